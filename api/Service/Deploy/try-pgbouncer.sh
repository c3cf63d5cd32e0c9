#!/usr/bin/env bash
# What PgBouncer in front does to the service: starts it over a data folder's PostgreSQL in each mode, asks it one after the other and 40 at
# once, and shows how often it failed. Nothing is changed. Debian: apt-get install pgbouncer. As root, since neither runs as root.
#   try-pgbouncer.sh PROGRAM DATA      PROGRAM: folder of the published program; DATA: data folder on which a service runs
set -euo pipefail

[ $# -eq 2 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
program=$1
data=$2
port=${PORT:-5398}
bouncer=${BOUNCER_PORT:-5397}
folder=$(mktemp -d "${TMPDIR:-/tmp}/societyparty-pgbouncer-XXXXXX")
pids=()
finish() {
  for pid in "${pids[@]}"; do kill -INT "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

try() { # mode, ignored startup parameters
  cat >"$folder/pgbouncer.ini" <<INI
[databases]
graph = host=127.0.0.1 port=$(cat "$data/port") dbname=graph
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $bouncer
auth_type = scram-sha-256
auth_file = $folder/users
pool_mode = $1
ignore_startup_parameters = $2
unix_socket_dir =
logfile = $folder/log
INI
  echo "\"societyparty\" \"$(cat "$data/password")\"" >"$folder/users"
  chown -R nobody "$folder"
  setpriv --reuid nobody --regid nogroup --clear-groups timeout 180 pgbouncer "$folder/pgbouncer.ini" >/dev/null 2>&1 &
  local pooler=$!
  pids+=("$pooler")
  sleep 2
  local connection="Host=127.0.0.1;Port=$bouncer;Database=graph;Username=societyparty;Password=$(cat "$data/password");SSL Mode=Disable"
  local start=("$program/SocietyParty.Service")
  [ -x "${start[0]}" ] || start=(dotnet "$program/SocietyParty.Service.dll")
  ConnectionStrings__Graph=$connection timeout 150 "${start[@]}" --urls "http://127.0.0.1:$port" >"$folder/service.log" 2>&1 &
  local service=$!
  pids+=("$service")
  echo "== pool_mode=$1 ignore_startup_parameters=$2"
  local ready=no
  for _ in $(seq 60); do
    curl -sf "http://127.0.0.1:$port/readyz" >/dev/null && ready=yes && break
    kill -0 "$service" 2>/dev/null || break
    sleep 1
  done
  if [ "$ready" = yes ]; then
    local query='{"query":"{ branches(first: 3) { totalCount nodes { name } } }"}'
    echo "one after the other:"
    for _ in $(seq 20); do ask "$query"; done | tally
    echo "40 at once:"
    # Not `wait` alone, which would wait for the service, too.
    { local asked=(); for _ in $(seq 40); do ask "$query" & asked+=($!); done; wait "${asked[@]}"; } | tally
  else
    grep -o 'SP-[A-Z]*-[0-9]* .*' "$folder/service.log" | tail -n 1 | cut -c 1-160
  fi
  kill -INT "$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
  kill -TERM "$pooler" 2>/dev/null || true
  wait "$pooler" 2>/dev/null || true
  pids=()
}

ask() { curl -s "http://127.0.0.1:$port/graphql" -H 'content-type: application/json' -d "$1"; echo; }

tally() { grep -oE '"totalCount":[0-9]+|"code":"[^"]*"' | sort | uniq -c; }

pgbouncer --version | head -n 1
try session extra_float_digits
try transaction extra_float_digits
try transaction extra_float_digits,options
