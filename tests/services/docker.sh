#!/usr/bin/env bash
# A Docker engine for the tests, with everything of its own: data, sockets and network namespace. Bridge, published
# ports and traffic are real inside that namespace, and nothing of the machine's network is touched. One image is made
# of busybox, homedash/busybox:test; others can be pushed to and pulled from a registry of its own, 127.0.0.1:5000 in there.
#   docker.sh start|stop|status [WORKDIR]
# start prints DOCKER_HOST=unix://… for programs and HOMEDASH_TEST_DOCKER with the same value for the tests.
# Needs root: namespaces, mounts, cgroups.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/busybox-image.sh"

# Socket paths are limited to 107 bytes and the engine makes longer ones below its own folder.
choose_folder() {
  RUN=/run/homedash-docker-$(printf %s "$WORK" | cksum | cut -d' ' -f1)
  SOCKET=$RUN/docker.sock
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
  [ "$(engine_call "$SOCKET" /_ping -m 5 2>/dev/null)" = OK ]
}

start_registry() {
  mkdir -p "$WORK/registry"
  printf 'version: 0.1\nlog: {level: warn}\nstorage: {filesystem: {rootdirectory: %s}}\nhttp: {addr: 127.0.0.1:5000}\n' "$WORK/registry" >"$WORK/registry.yml"
  spawn registry nsenter -t "$(process_id dockerd)" -n docker-registry serve "$WORK/registry.yml"
}

service_start() {
  is_root || die "a Docker engine of its own needs root"
  need_command dockerd docker.io
  need_command iptables iptables
  need_command ip iproute2
  need_command busybox busybox-static
  need_command curl curl
  need_command docker-registry docker-registry
  choose_folder
  is_running dockerd || start_engine
  is_running registry || start_registry
  import_busybox "$SOCKET"
  echo "DOCKER_HOST=unix://$SOCKET"
  echo "HOMEDASH_TEST_DOCKER=unix://$SOCKET"
}

service_stop() {
  choose_folder
  halt registry
  halt dockerd 30
  rm -rf --one-file-system "$RUN"
  # The engine leaves its cgroups behind. rmdir takes empty ones only, so those of another engine are safe.
  find /sys/fs/cgroup -maxdepth 2 -name docker -type d -exec rmdir {} + 2>/dev/null || true
}

service_status() { report_status dockerd; }

run_service docker "$@"
