package org.crmportal.auth.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManagerFactory;
import org.crmportal.auth.Colleague;
import org.crmportal.auth.NewAccount;
import org.crmportal.auth.NewUser;
import org.crmportal.auth.Registration;
import org.crmportal.auth.User;
import org.crmportal.auth.UserService;
import org.crmportal.persistence.Stored;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.persistence.UnitsOfWork;
import org.crmportal.platform.Callers;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules for users, on top of the persistence unit {@code auth}. */
@Component(service = {UserService.class, RecordService.class})
public final class UserServiceImpl implements UserService {

  private static final Stored<User, UserEntity> STORED =
      new Stored<>(User.TYPE, UserEntity.class, UserEntity::toUser);

  private final UnitOfWork work;
  private final Records records;
  private final Journal journal;
  private final Callers callers;
  private final UserGuard guard;
  private final Passwords passwords;
  private final Credentials credentials;
  private final Succession succession;
  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

  /** Needs the first administrator, so that whoever sees users sees one. */
  @Activate
  public UserServiceImpl(
      @Reference(target = "(osgi.unit.name=auth)") EntityManagerFactory unit,
      @Reference UnitsOfWork units,
      @Reference Records records,
      @Reference Journal journal,
      @Reference Callers callers,
      @Reference UserGuard guard,
      @Reference Passwords passwords,
      @Reference Credentials credentials,
      @Reference Succession succession,
      @Reference FirstAdministrator first) {
    this.work = units.of(unit);
    this.records = records;
    this.journal = journal;
    this.callers = callers;
    this.guard = guard;
    this.passwords = passwords;
    this.credentials = credentials;
    this.succession = succession;
  }

  @Override
  public RecordType<User, NewUser> type() {
    return User.TYPE;
  }

  @Override
  public User get(UUID id) {
    return records.get(User.TYPE, id);
  }

  @Override
  public Page<User> find(ListQuery query) {
    return records.find(User.TYPE, query);
  }

  @Override
  public Page<Colleague> directory(ListQuery query) {
    callers.current();
    return callers.call(callers.system("directory"), () -> records.find(Colleague.TYPE, query));
  }

  /** Nobody knows the password of a user who was made so; it has to be reset. */
  @Override
  public User create(NewUser draft, Creation how) {
    return create(draft, passwords.generate(), true, how);
  }

  @Override
  public Registration register(NewAccount account) {
    var given = account.password();
    if (given != null) {
      PasswordPolicy.demand("password", given, account.email());
    }
    var password = given == null ? passwords.generate() : given;
    var user = create(account.user(), password, given == null, Creation.NEW);
    return new Registration(user, given == null ? password : null);
  }

  private User create(NewUser draft, String password, boolean generated, Creation how) {
    return work.tx(
        em -> {
          guard.mayCreate(draft, how.imported());
          var now = clock.instant();
          var at = how.history().get("created_at") instanceof Instant past ? past : now;
          var entity =
              new UserEntity(
                  draft, em.find(RoleEntity.class, draft.roleId()), callers.current().id(), at);
          entity.password(passwords.inTurn(() -> passwords.hash(password)), generated, now);
          em.persist(entity);
          em.flush();
          return journal.created(User.TYPE, entity.toUser(), Entry.of(how));
        });
  }

  @Override
  public User update(UUID id, @Nullable Long version, Function<User, NewUser> change) {
    return work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "update");
          var before = entity.toUser();
          var draft = change.apply(before);
          if (draft.equals(User.TYPE.draft(before))) {
            return before;
          }
          guard.mayChange(before, draft);
          entity.change(draft, em.find(RoleEntity.class, draft.roleId()), clock.instant());
          em.flush();
          credentials.changed(id, before.isActive() && !draft.active());
          return journal.changed(User.TYPE, before, entity.toUser(), Entry.of("updated"));
        });
  }

  @Override
  public Registration resetPassword(UUID id) {
    var password = passwords.generate();
    return work.tx(
        em -> {
          var entity = work.lock(STORED, id, null, "update");
          var before = entity.toUser();
          guard.mayReset(before);
          var hash = passwords.inTurn(() -> passwords.hash(password));
          entity.password(hash, true, clock.instant());
          em.flush();
          credentials.changed(id, true);
          var after =
              journal.changed(User.TYPE, before, entity.toUser(), Entry.of("password_reset"));
          return new Registration(after, password);
        });
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    delete(id, version, null);
  }

  @Override
  public void delete(UUID id, @Nullable Long version, @Nullable UUID reassignTo) {
    work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "delete");
          var before = entity.toUser();
          guard.mayEnd(before);
          succession.pass(before, reassignTo);
          entity.delete(clock.instant());
          em.flush();
          credentials.changed(id, true);
          return journal.deleted(User.TYPE, before, Entry.of("deleted"));
        });
  }

  @Override
  public User restore(UUID id) {
    return work.tx(
        em -> {
          var entity = work.lockDeleted(STORED, id, null, "delete");
          var before = entity.toUser();
          if (!entity.deleted()) {
            return before;
          }
          guard.mayTouch(before);
          entity.restore(clock.instant());
          em.flush();
          credentials.changed(id, false);
          return journal.changed(User.TYPE, before, entity.toUser(), Entry.of("restored"));
        });
  }
}
