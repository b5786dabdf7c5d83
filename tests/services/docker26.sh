#!/usr/bin/env bash
# Docker 26.1 of Debian 13 for the tests, beside the older Docker of this machine's Debian: it lives in a root of its own,
# made once in /var/tmp/homedash-trixie (about a minute) and used again by every later start.
#   docker26.sh start|stop|status [WORKDIR]
# start prints HOMEDASH_TEST_DOCKER26=unix://… for the tests. Needs root.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/trixie.sh"
. "$(dirname "${BASH_SOURCE[0]}")/busybox-image.sh"

choose_folder() {
  # The engine sees WORKDIR as /srv/service, this machine sees it where it is; socket paths are limited to 107 bytes.
  SOCKET=$WORK/docker.sock
  [ ${#SOCKET} -le 107 ] || die "$WORK is too long for a socket; give a shorter WORKDIR"
}

start_engine() {
  rm -f "$SOCKET"
  enter_trixie
  # pivot_root and not chroot: the engine does that itself for each container, which a chroot does not allow.
  spawn dockerd unshare --net -- sh -c 'ip link set lo up && exec "$@"' sh "${ENTER[@]}" \
    /usr/sbin/dockerd --data-root /srv/service/data --exec-root /run/docker --pidfile /run/dockerd.pid \
    --host unix:///srv/service/docker.sock --bip 172.31.252.1/24 --log-level warn
  wait_http 60 200 --unix-socket "$SOCKET" http://localhost/_ping
}

service_start() {
  is_root || die "a Docker engine of its own needs root"
  need_command busybox busybox-static
  need_command curl curl
  need_command ip iproute2
  choose_folder
  need_trixie docker.io iptables iproute2
  is_running dockerd || start_engine
  import_busybox "$SOCKET"
  echo "HOMEDASH_TEST_DOCKER26=unix://$SOCKET"
}

service_stop() {
  choose_folder
  halt dockerd 30
  rm -f "$SOCKET"
  find /sys/fs/cgroup -maxdepth 2 -name docker -type d -exec rmdir {} + 2>/dev/null || true
}

service_status() { report_status dockerd; }

run_service docker26 "$@"
