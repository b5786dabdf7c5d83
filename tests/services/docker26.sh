#!/usr/bin/env bash
# Docker 26.1 of Debian 13 for the tests, beside the older Docker of this machine's Debian: it lives in a root of its own,
# made once in /var/tmp/homedash-trixie (about a minute) and used again by every later start.
#   docker26.sh start|stop|status [WORKDIR]
# start prints HOMEDASH_TEST_DOCKER26=unix://… for the tests. Needs root.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/busybox-image.sh"

ROOT=${HOMEDASH_TRIXIE:-/var/tmp/homedash-trixie}

choose_folder() {
  # The engine sees WORKDIR as /srv/hd, this machine sees it where it is; socket paths are limited to 107 bytes.
  SOCKET=$WORK/docker.sock
  [ ${#SOCKET} -le 107 ] || die "$WORK is too long for a socket; give a shorter WORKDIR"
}

# in_root COMMAND...: the words that run a command in the root. Its mounts are private to the process and end with it.
# pivot_root and not chroot: the engine does that itself for each container, which a chroot does not allow.
in_root() {
  mkdir -p "$ROOT/srv/hd"
  WORDS=(unshare --mount -- sh -c '
    set -e
    root=$1 work=$2
    shift 2
    mount --make-rprivate /
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount --rbind /sys "$root/sys"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/run"
    mount --bind "$work" "$root/srv/hd"
    cd "$root"
    pivot_root . mnt
    umount -l /mnt
    cd /
    exec "$@"' sh "$ROOT" "$WORK" "$@")
}

archive() { apt-cache policy | grep -oE 'https?://[^ ]+/debian/?( |$)' | tr -d ' ' | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }'; }

make_root() {
  [ "${HOMEDASH_INSTALL:-1}" != 0 ] || die "missing: Debian 13 with docker.io in $ROOT. Run eng/test --all"
  need_command debootstrap debootstrap
  rm -rf --one-file-system "$ROOT"
  debootstrap --variant=minbase trixie "$ROOT" "$(archive)" >"$WORK/debootstrap.log" 2>&1 || die "debootstrap failed; see $WORK/debootstrap.log"
  printf '#!/bin/sh\nexit 101\n' >"$ROOT/usr/sbin/policy-rc.d"
  chmod 755 "$ROOT/usr/sbin/policy-rc.d"
  touch "$ROOT/.ready"
}

install_engine() {
  [ "${HOMEDASH_INSTALL:-1}" != 0 ] || die "missing: docker.io in $ROOT. Run eng/test --all"
  cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
  in_root sh -c 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends docker.io iptables iproute2'
  "${WORDS[@]}" >"$WORK/apt.log" 2>&1 || die "apt-get in $ROOT failed; see $WORK/apt.log"
}

prepare_root() {
  exec 9>"$ROOT.lock"
  flock 9
  [ -e "$ROOT/.ready" ] || make_root
  [ -x "$ROOT/usr/sbin/dockerd" ] && [ -x "$ROOT/usr/sbin/iptables" ] || install_engine
  exec 9>&-
}

start_engine() {
  rm -f "$SOCKET"
  in_root /usr/sbin/dockerd --data-root /srv/hd/data --exec-root /run/docker --pidfile /run/dockerd.pid \
    --host unix:///srv/hd/docker.sock --bip 172.31.252.1/24 --log-level warn
  spawn dockerd unshare --net -- sh -c 'ip link set lo up && exec "$@"' sh "${WORDS[@]}"
  wait_http 60 200 --unix-socket "$SOCKET" http://localhost/_ping
}

service_start() {
  is_root || die "a Docker engine of its own needs root"
  need_command busybox busybox-static
  need_command curl curl
  need_command ip iproute2
  choose_folder
  prepare_root
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
