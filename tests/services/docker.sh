#!/usr/bin/env bash
# A Docker engine for the tests, with everything of its own: data, sockets and network namespace. Bridge, published
# ports and traffic are real inside that namespace, nothing of the machine's network is touched, and no image can
# be pulled: one is made of busybox, homedash/busybox:test.
#   docker.sh start|stop|status [WORKDIR]
# start prints DOCKER_HOST=unix://… for programs and HOMEDASH_TEST_DOCKER with the same value for the tests.
# Needs root: namespaces, mounts, cgroups.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

IMAGE=homedash/busybox:test

# Socket paths are limited to 107 bytes and the engine makes longer ones below its own folder.
choose_folder() {
  RUN=/run/homedash-docker-$(printf %s "$WORK" | cksum | cut -d' ' -f1)
  SOCKET=$RUN/docker.sock
}

api() { # api PATH [CURL-ARGUMENTS...]
  local path=$1
  shift
  curl -sS --fail --unix-socket "$SOCKET" "http://localhost$path" "$@"
}

start_engine() {
  mkdir -p "$RUN" "$WORK/data"
  # The engine's own loopback has to be up before it makes its bridge.
  spawn dockerd unshare --net -- sh -c 'ip link set lo up && exec "$@"' sh \
    dockerd --data-root "$WORK/data" --exec-root "$RUN/exec" --pidfile "$RUN/dockerd.pid" \
    --host "unix://$SOCKET" --bip 172.31.251.1/24 --log-level warn
  wait_until 60 engine_answers || die "the engine did not answer in 60 s; see $WORK/dockerd.log"
}

engine_answers() {
  is_running dockerd || die "the engine ended at start; see $WORK/dockerd.log"
  [ "$(api /_ping -m 5 2>/dev/null)" = OK ]
}

import_image() {
  local root applet
  root=$(mktemp -d)
  mkdir -p "$root/bin" "$root/etc" "$root/tmp"
  cp "$(command -v busybox)" "$root/bin/busybox"
  for applet in $(busybox --list); do
    # A link of that name would point to itself, and with it every other one.
    [ "$applet" = busybox ] || ln -s busybox "$root/bin/$applet"
  done
  echo 'root:x:0:0:root:/:/bin/sh' >"$root/etc/passwd"
  tar -C "$root" -c . |
    api "/images/create?fromSrc=-&repo=${IMAGE%:*}&tag=${IMAGE#*:}" -X POST -H 'Content-Type: application/x-tar' --data-binary @- >/dev/null ||
    die "the image could not be imported; see $WORK/dockerd.log"
  rm -rf "$root"
}

service_start() {
  is_root || die "a Docker engine of its own needs root"
  need_command dockerd docker.io
  need_command iptables iptables
  need_command ip iproute2
  need_command busybox busybox-static
  need_command curl curl
  choose_folder
  is_running dockerd || start_engine
  api "/images/$IMAGE/json" >/dev/null 2>&1 || import_image
  echo "DOCKER_HOST=unix://$SOCKET"
  echo "HOMEDASH_TEST_DOCKER=unix://$SOCKET"
}

service_stop() {
  choose_folder
  halt dockerd 30
  rm -rf --one-file-system "$RUN"
  # The engine leaves its cgroups behind. rmdir takes empty ones only, so those of another engine are safe.
  find /sys/fs/cgroup -maxdepth 2 -name docker -type d -exec rmdir {} + 2>/dev/null || true
}

service_status() { report_status dockerd; }

run_service docker "$@"
