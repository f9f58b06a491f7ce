import {
  ArrowDown, ArrowRight, ArrowUp, Bell, Briefcase, Building2, Calendar, CalendarClock, Check, ChevronDown, ChevronLeft,
  ChevronRight, CircleHelp, CircleUser, Clock, Columns3, Command, Contact, Copy, CreditCard, Download,
  EllipsisVertical, ExternalLink, FileText, Filter, FolderKanban, Gauge, GitMerge, Grid3x3, History,
  House, Info, Kanban, Keyboard, KeyRound, LifeBuoy, ListChecks, Lock, LogOut, Mail, Menu,
  MessageSquare, Moon, Package, Pencil, Phone, Plus, Receipt, RotateCcw, Save, Search, Settings,
  Shield, Star, Sun, Tag, Target, Trash2, TriangleAlert, Truck, Undo2, Unplug, Upload, User, Users,
  WifiOff, Wrench, X,
  type IconNode,
} from 'lucide';

/** The icons that a page may name; another name draws the package. */
export const icons: Readonly<Record<string, IconNode>> = {
  'arrow-right': ArrowRight, bell: Bell, briefcase: Briefcase, building: Building2,
  calendar: Calendar, 'calendar-clock': CalendarClock, check: Check, 'chevron-down': ChevronDown,
  'chevron-left': ChevronLeft, 'chevron-right': ChevronRight, help: CircleHelp, account: CircleUser,
  clock: Clock, columns: Columns3, command: Command, contact: Contact, copy: Copy, card: CreditCard,
  download: Download, more: EllipsisVertical, external: ExternalLink, file: FileText,
  filter: Filter, funnel: Filter, folder: FolderKanban, gauge: Gauge, merge: GitMerge,
  matrix: Grid3x3, history: History, home: House, info: Info, board: Kanban, keyboard: Keyboard,
  key: KeyRound, support: LifeBuoy, checklist: ListChecks, lock: Lock, 'sign-out': LogOut,
  mail: Mail, menu: Menu, note: MessageSquare, moon: Moon, package: Package, pencil: Pencil,
  phone: Phone, plus: Plus, receipt: Receipt, restore: RotateCcw, save: Save, search: Search,
  settings: Settings, shield: Shield, star: Star, sun: Sun, tag: Tag, target: Target,
  trash: Trash2, warning: TriangleAlert, truck: Truck, undo: Undo2, stopped: Unplug,
  'sort-down': ArrowDown, 'sort-up': ArrowUp, upload: Upload, user: User, users: Users, offline: WifiOff, wrench: Wrench, close: X,
};
