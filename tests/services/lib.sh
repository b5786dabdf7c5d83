# shellcheck shell=bash
# What the service scripts share. Sourced, not run.
#
# A service script is called as   NAME.sh start|stop|status [WORKDIR]
#   start   installs what is missing (Debian, as root; never with HOMEDASH_INSTALL=0), starts the service
#           on 127.0.0.1, waits until it answers and prints KEY=VALUE lines for the tests. A second start
#           prints the same lines.
#   stop    ends the processes that start noted in WORKDIR, and no others. WORKDIR stays.
#   status  prints "running" (exit 0) or "stopped" (exit 3).
# It sources this file, defines service_start, service_stop and service_status, and ends with
#   run_service NAME "$@"
# WORKDIR is /tmp/homedash-NAME unless given: a short path, because socket paths are limited to 107
# bytes, that other users may enter, because some services refuse to run as root.
#
# Needs bash, coreutils, util-linux and, for wait_http, curl.

set -euo pipefail
export LC_ALL=C.UTF-8
umask 022

SERVICE=service
WORK=

run_service() { # run_service NAME VERB [WORKDIR]
  SERVICE=$1
  local verb=${2:-}
  case $verb in
    start | stop | status) ;;
    *)
      echo "usage: $SERVICE.sh start|stop|status [WORKDIR]" >&2
      exit 2
      ;;
  esac
  WORK=${3:-/tmp/homedash-$SERVICE}
  mkdir -p "$WORK"
  # In a folder that everyone may write to, the name may have been taken by someone else.
  [ -O "$WORK" ] || die "$WORK belongs to another user; give a WORKDIR of your own"
  WORK=$(cd "$WORK" && pwd -P)
  "service_$verb"
}

die() {
  echo "$SERVICE: $*" >&2
  exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

# --- packages -----------------------------------------------------------------------------------

# install_packages PACKAGE...: apt-get install, one at a time on this machine, starting no daemon. APT_OPTIONS go to apt-get.
APT_OPTIONS=()
install_packages() {
  [ "${HOMEDASH_INSTALL:-1}" != 0 ] || die "missing: $*. Install it, or run eng/test --all"
  is_root || die "missing: $*. Install it, or run this script as root on Debian"
  command -v apt-get >/dev/null || die "missing: $*. Install it; only Debian's apt-get is known here"
  (
    exec 9>/var/lock/homedash-apt.lock
    flock 9
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
      trap 'rm -f "$policy"' EXIT
      printf '#!/bin/sh\nexit 101\n' >"$policy"
      chmod 755 "$policy"
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt() { apt-get -q -y -o DPkg::Lock::Timeout=300 "${APT_OPTIONS[@]}" "$@" >>"$WORK/apt.log" 2>&1 9>&-; }
    # The package lists may be absent or old: fetch them once when the first try fails.
    apt install --no-install-recommends "$@" ||
      { apt update && apt install --no-install-recommends "$@"; }
  ) || die "apt-get install $* failed; see $WORK/apt.log"
}

# need_command COMMAND PACKAGE...: installs the packages unless the command is there.
need_command() {
  local command=$1
  shift
  command -v "$command" >/dev/null || install_packages "$@"
  command -v "$command" >/dev/null || die "$command is still missing after installing $*"
}

# --- processes ----------------------------------------------------------------------------------
# WORK/NAME.pid holds "PID STARTTIME". A process is ours only when both agree: the kernel hands a
# process id out again, but not with the same start time.

# Field 22 of /proc/PID/stat; the command name before it may hold spaces and brackets.
process_start_time() { sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

process_id() { cut -d' ' -f1 "$WORK/$1.pid"; }

# is_running NAME: whether the noted process still lives (a zombie does not).
is_running() {
  local pid started state
  [ -s "$WORK/$1.pid" ] || return 1
  read -r pid started <"$WORK/$1.pid"
  [ "$(process_start_time "$pid")" = "$started" ] || return 1
  state=$(sed 's/^.*) //' "/proc/$pid/stat" 2>/dev/null) || return 1
  [ "${state%% *}" != Z ]
}

# spawn NAME COMMAND...: runs it in a session of its own; output goes to WORK/NAME.log.
spawn() {
  local name=$1
  shift
  setsid "$@" >"$WORK/$name.log" 2>&1 </dev/null &
  echo "$! $(process_start_time $!)" >"$WORK/$name.pid"
}

# halt NAME [SECONDS] [SIGNAL]: asks the noted process to end, and kills it after SECONDS (10).
halt() {
  local name=$1 seconds=${2:-10} signal=${3:-TERM}
  if is_running "$name"; then
    kill -s "$signal" "$(process_id "$name")" 2>/dev/null || true
    wait_until "$seconds" is_stopped "$name" || kill -s KILL "$(process_id "$name")" 2>/dev/null || true
  fi
  rm -f "$WORK/$name.pid"
}

is_stopped() { ! is_running "$1"; }

# report_status NAME...: the answer of service_status; running means that all of them run.
report_status() {
  local name
  for name in "$@"; do
    if ! is_running "$name"; then
      echo stopped
      exit 3
    fi
  done
  echo running
}

# --- waiting ------------------------------------------------------------------------------------

# wait_until SECONDS COMMAND...: until the command succeeds; fails when the time is up.
wait_until() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}

# wait_http SECONDS CODES CURL-ARGUMENTS...: until the answer has one of the space-separated codes.
wait_http() {
  local seconds=$1 codes=$2
  shift 2
  wait_until "$seconds" answers_with "$codes" "$@" ||
    die "no answer with $codes from $* in $seconds s; the logs are in $WORK"
}

answers_with() {
  local codes=$1 code
  shift
  code=$(curl -s -m 5 -o /dev/null -w '%{http_code}' "$@") || true
  case " $codes " in *" $code "*) ;; *) return 1 ;; esac
}

# --- ports --------------------------------------------------------------------------------------

# choose_port: $PORT if set, else the port noted by an earlier start, else a free one; notes it in WORK/port.
# Free ports are taken below the range that the kernel gives to outgoing connections.
choose_port() {
  if [ -n "${PORT:-}" ]; then
    echo "$PORT" >"$WORK/port"
  elif [ ! -s "$WORK/port" ]; then
    local port=$((20000 + RANDOM % 10000))
    while port_answers "$port"; do port=$((20000 + RANDOM % 10000)); done
    echo "$port" >"$WORK/port"
  fi
  cat "$WORK/port"
}

port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
