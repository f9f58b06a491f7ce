-- One request after the other of the kind that KIND names; "mixed" warms all of them.
local token, admin = os.getenv("TOKEN"), os.getenv("ADMIN")
local cursor, kind = os.getenv("CURSOR"), os.getenv("KIND")
local leads, bad, threads, created = "/api/v1/leads", 0, {}, 0

local function headers(of, type)
  return { Authorization = "Bearer " .. of, ["Content-Type"] = type }
end
local read = headers(admin)
local write = headers(token, "application/json")

local function id(i)
  return string.format("%08x-0000-4000-8000-%012d", i * 2654435761 % 4294967296, i)
end

local kinds = {}
function kinds.read()
  return wrk.format("GET", leads .. "/" .. id(math.random(200000)), read)
end
function kinds.list()
  local owner = string.format("50000000-0000-4000-8000-%012d", math.random(20))
  local query = "?status=new&sort=-created_at&limit=20&assigned_to=" .. owner
  return wrk.format("GET", leads .. query, read)
end
-- The list of a person who sees only what is theirs.
function kinds.own()
  return wrk.format("GET", leads .. "?status=new&sort=-created_at&limit=20", headers(token))
end
function kinds.search()
  return wrk.format("GET", leads .. string.format("?limit=20&q=last%06x", math.random(16777216) - 1), read)
end
function kinds.page()
  return wrk.format("GET", leads .. "?limit=20&cursor=" .. cursor, read)
end
function kinds.create()
  created = created + 1
  local mail = string.format("%d.%d.%d", seed, created, math.random(1000000000))
  return wrk.format("POST", leads, write,
    '{"first_name": "Bench", "last_name": "Mark", "company": "Company", "source": "website", '
      .. '"estimated_value": 12000, "email": "' .. mail .. '@example.org"}')
end
local all = { "read", "read", "list", "list", "create", "create", "own", "page", "search" }
function kinds.mixed()
  return kinds[all[math.random(#all)]]()
end

function setup(thread)
  table.insert(threads, thread)
  thread:set("seed", os.time() * 10 + #threads)
end
function init()
  math.randomseed(seed)
end
request = kinds[kind]
function response(status)
  if status >= 300 then
    bad = bad + 1
    failures = bad
  end
end
function done(summary, latency)
  local failed = 0
  for _, thread in ipairs(threads) do
    failed = failed + (thread:get("failures") or 0)
  end
  local e = summary.errors
  failed = failed + e.connect + e.read + e.write + e.timeout
  io.write(string.format("RESULT %d %d %.1f %.1f %d\n", summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
