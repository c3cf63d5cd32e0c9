#!/usr/bin/env bash
# First and second start of one or several commits of this repository, with empty caches:
#   tests/Bench/first-start.sh [COMMIT …]        (default: HEAD)
# README.md beside it says what is measured. Needs Linux, git, curl and what a start needs; leaves nothing behind.
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
[ "$#" -gt 0 ] || set -- HEAD
folder=$(mktemp -d "${TMPDIR:-/tmp}/first-start.XXXXXX")
# As root PostgreSQL runs as another account, which must reach the data folder.
chmod 755 "$folder"
hertz=$(getconf CLK_TCK)
service=

stop() {
  [ -n "$service" ] || return 0
  # Only the program itself has the data folder and its own name in its command line; `dotnet run` ends with it.
  pkill -TERM -f "SocietyParty[.]Service.* --data $folder/data" || true
  wait "$service" || true
  service=
}
trap 'stop; rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM

# User and system CPU seconds of the descendants that this shell has waited for.
spent() { awk -v hz="$hertz" '{ sub(/.*[)] /, ""); printf "%.2f %.2f", $14 / hz, $15 / hz }' "/proc/$$/stat"; }

# CPU seconds of the private PostgreSQL, which is no descendant: its server, the sessions that ended, those that live.
postgres() {
  local server
  server=$(head -1 "$folder/data/server/data/postmaster.pid")
  cat /proc/[0-9]*/stat 2>/dev/null | awk -v hz="$hertz" -v server="$server" '
    { id = $1; sub(/.*[)] /, ""); if (id == server) n += $12 + $13 + $14 + $15; else if ($2 == server) n += $12 + $13 }
    END { printf "%.2f", n / hz }'
}

free_port() {
  local port
  while port=$((20000 + RANDOM)); (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# Runs a start in the background and prints the seconds until a query is answered; the start's own output where it never is.
start() {
  local begin
  begin=$(date +%s.%N)
  "$@" > "$folder/output" 2>&1 &
  service=$!
  until (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null \
      && curl -sf "http://127.0.0.1:$port/graphql" -H 'content-type: application/json' -d '{"query":"{ branches { totalCount } }"}' \
        | grep -q '"totalCount":109'; do
    kill -0 "$service" 2>/dev/null || { cat "$folder/output" >&2; exit 1; }
    sleep "$pause"
  done
  seconds=$(echo "$begin $(date +%s.%N)" | awk '{ printf "%.1f", $2 - $1 }')
}

run() { cd "$folder/clone" && exec dotnet run --project api/Service -- --data "$folder/data" --urls "http://127.0.0.1:$port"; }
first() {
  git clone -q "$repository" "$folder/clone"
  git -C "$folder/clone" checkout -q --detach "$id"
  run
}
program() {
  exec dotnet "$folder/clone/api/Service/bin/Debug/net10.0/SocietyParty.Service.dll" --data "$folder/data" --urls "http://127.0.0.1:$port"
}

export NUGET_PACKAGES=$folder/nuget npm_config_cache=$folder/npm DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# A build server that runs already would do a part of the work uncounted, and one that is started would outlive it.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
unset CI ConnectionStrings__Graph ASPNETCORE_URLS

columns='%-12s %7s %7s %10s %7s %7s %10s %11s %11s\n'
# shellcheck disable=SC2059
printf "$columns" commit user sys PostgreSQL 'CPU s' 'wall s' 'npm files' 'run again' 'own start'
for commit; do
  id=$(git -C "$repository" rev-parse "$commit")
  rm -rf "$folder"/{clone,nuget,npm,data}
  port=$(free_port)
  before=$(spent)
  # Each look is a process that would be counted; for the short starts it is the resolution that counts.
  pause=1
  start first
  wall=$seconds
  database=$(postgres)
  stop
  after=$(spent)
  pause=0.05
  files=$(find "$folder/clone" -path '*/node_modules/*' -type f | wc -l)
  start run
  again=$seconds
  stop
  start program
  stop
  read -r user system cpu < <(echo "$before $after $database" | awk '{ printf "%.1f %.1f %.1f\n", $3 - $1, $4 - $2, $3 - $1 + $4 - $2 + $5 }')
  # shellcheck disable=SC2059
  printf "$columns" "$(git -C "$repository" rev-parse --short "$id")" "$user" "$system" "$database" "$cpu" "$wall" "$files" "$again" "$seconds"
done
