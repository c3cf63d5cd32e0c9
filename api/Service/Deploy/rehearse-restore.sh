#!/usr/bin/env bash
# Rehearses a restoration, once a year and after each upgrade: restores the newest backup into a temporary folder with a PostgreSQL of its own,
# starts the service there, asks it, and removes it all. Nothing that is in use is touched. Ends with 0 where it worked.
#   rehearse-restore.sh FOLDER|FILE [PROGRAM]
# PROGRAM is the folder of the published program (default: /opt/societyparty). PORT (5399), MINUTES (30) and TMPDIR may be set.
set -euo pipefail

[ $# -ge 1 ] && [ $# -le 2 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
program=${2:-/opt/societyparty}
port=${PORT:-5399}
minutes=${MINUTES:-30}
unset ConnectionStrings__Graph ConnectionStrings__Warehouse

run() { # The program as it was published: with a runtime of its own, or with the machine's.
  local name=$1
  shift
  if [ -x "$program/$name" ]; then exec "$program/$name" "$@"; else exec dotnet "$program/$name.dll" "$@"; fi
}

backup=$1
[ -d "$backup" ] && backup=$(find "$backup" -maxdepth 1 -name 'societyparty-*.zip' | LC_ALL=C sort | tail -n 1)
[ -f "$backup" ] || { echo "There is no backup in $1." >&2; exit 1; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/societyparty-rehearsal-XXXXXX")
# As root PostgreSQL runs as an unprivileged account, which must pass through.
chmod 711 "$folder"
service=
finish() {
  status=$?
  if [ -n "$service" ]; then
    # It stops its PostgreSQL; what does not stop within a minute is ended, too.
    kill -TERM "$service" 2>/dev/null || true
    for _ in $(seq 60); do kill -0 "$service" 2>/dev/null || break; sleep 1; done
    kill -KILL "$service" 2>/dev/null || true
  fi
  rm -rf "$folder"
  [ "$status" -eq 0 ] && echo "The rehearsal worked: $backup." || echo "The rehearsal FAILED: $backup." >&2
  exit "$status"
}
trap finish EXIT
trap 'exit 1' INT TERM

echo "== $(date '+%Y-%m-%d %H:%M:%S') restore $backup"
started=$SECONDS
# Ends with 1 where a row is missing or the record of what was done is broken.
(export program; export -f run; timeout --signal=INT --kill-after=60 "${minutes}m" bash -c 'run "$@"' run SocietyParty.Etl restore "$backup" --data "$folder/data")
echo "== restored in $((SECONDS - started)) s; the service starts on it"
(run SocietyParty.Service --data "$folder/data" --urls "http://127.0.0.1:$port" --set Switches:Mutations=false) >"$folder/service.log" 2>&1 &
service=$!
ready() { exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET /readyz HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && head -n 1 <&3 | grep -q ' 200 '; }
for _ in $(seq 180); do
  (ready) 2>/dev/null && break
  kill -0 "$service" 2>/dev/null || break
  sleep 1
done
(ready) 2>/dev/null || { cat "$folder/service.log" >&2; exit 1; }

query='{"query":"{ branches { totalCount } societies { totalCount } }"}'
answer=$(
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'POST /graphql HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s' "${#query}" "$query" >&3
  tail -n 1 <&3
)
echo "== it answers $answer"
case $answer in *'"totalCount"'*) ;; *) exit 1 ;; esac
