#!/usr/bin/env bash
# PostgreSQL for the storage tests: a cluster of its own in WORKDIR, on 127.0.0.1 only.
#   postgres.sh start|stop|status [WORKDIR]      PORT=N asks for a port; without it a free one is taken
# start prints HOMEDASH_TEST_POSTGRES=<connection string of a user who may create databases>.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# PostgreSQL refuses to run as root. setpriv becomes the program, so that its process id is the server's.
AS_OWNER=()
if is_root; then AS_OWNER=(setpriv --reuid=postgres --regid=postgres --init-groups --); fi

find_programs() {
  local newest
  newest=$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  if [ -z "$newest" ]; then newest=$(command -v initdb) || return 1; fi
  BIN=$(dirname "$newest")
}

create_cluster() {
  (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$WORK/password")
  if is_root; then chown postgres: "$WORK/password"; fi
  "${AS_OWNER[@]}" "$BIN/initdb" -D "$WORK/data" -U homedash -E UTF8 --locale=C.UTF-8 -A scram-sha-256 \
    --pwfile="$WORK/password" --no-sync >"$WORK/initdb.log" 2>&1 || die "initdb failed; see $WORK/initdb.log"
}

accepts_connections() {
  is_running postgres || die "PostgreSQL ended at start; see $WORK/postgres.log"
  "$BIN/pg_isready" -q -h 127.0.0.1 -p "$1"
}

service_start() {
  find_programs || { install_packages postgresql && find_programs; } || die "initdb was not found"
  cd /
  if [ ! -d "$WORK/data" ]; then
    mkdir -m 700 "$WORK/data"
    if is_root; then chown postgres: "$WORK/data"; fi
  fi
  "${AS_OWNER[@]}" test -x "$WORK/data" ||
    die "the user postgres cannot enter $WORK: every folder above it needs o+x"
  [ -s "$WORK/data/PG_VERSION" ] || create_cluster

  local port
  if ! is_running postgres; then
    port=$(choose_port)
    # Test data need not survive a power cut, so nothing waits for the disk.
    spawn postgres "${AS_OWNER[@]}" "$BIN/postgres" -D "$WORK/data" -p "$port" -h 127.0.0.1 \
      -k "$WORK/data" -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off
  fi
  port=$(cat "$WORK/port")
  wait_until 60 accepts_connections "$port" || die "PostgreSQL did not answer in 60 s; see $WORK/postgres.log"
  echo "HOMEDASH_TEST_POSTGRES=Host=127.0.0.1;Port=$port;Username=homedash;Password=$(cat "$WORK/password");Database=postgres"
}

# INT is PostgreSQL's fast stop: TERM would wait until the last client has left.
service_stop() { halt postgres 30 INT; }

service_status() { report_status postgres; }

run_service postgres "$@"
