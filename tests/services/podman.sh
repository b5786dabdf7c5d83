#!/usr/bin/env bash
# Podman for the tests, where it pretends to be a Docker engine: it answers on a socket of its own and keeps its images
# and containers in WORKDIR. It has no network for containers here, so they are made without one.
#   podman.sh start|stop|status [WORKDIR]
# start prints HOMEDASH_TEST_PODMAN=unix://… for the tests. Needs root.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/busybox-image.sh"

choose_folder() {
  RUN=/run/homedash-podman-$(printf %s "$WORK" | cksum | cut -d' ' -f1)
  SOCKET=$RUN/podman.sock
}

podman_here() {
  CONTAINERS_CONF="$WORK/containers.conf" podman --root "$WORK/data" --runroot "$RUN/run" --tmpdir "$RUN/tmp" --storage-driver vfs "$@"
}

start_podman() {
  mkdir -p "$RUN" "$WORK/data"
  # runc and these limits, because crun and the usual limits want more than a container on a test machine may do.
  cat >"$WORK/containers.conf" <<'CONF'
[containers]
netns = "none"
log_driver = "k8s-file"
default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
CONF
  spawn podman env CONTAINERS_CONF="$WORK/containers.conf" podman --root "$WORK/data" --runroot "$RUN/run" --tmpdir "$RUN/tmp" \
    --storage-driver vfs system service --time=0 "unix://$SOCKET"
  wait_http 30 200 --unix-socket "$SOCKET" http://localhost/_ping
}

service_start() {
  is_root || die "Podman with a store of its own needs root"
  need_command podman podman conmon
  need_command runc runc
  need_command busybox busybox-static
  need_command curl curl
  choose_folder
  is_running podman || start_podman
  import_busybox "$SOCKET"
  echo "HOMEDASH_TEST_PODMAN=unix://$SOCKET"
}

service_stop() {
  choose_folder
  [ ! -f "$WORK/containers.conf" ] || podman_here rm --force --time 0 --all >/dev/null 2>&1 || true
  halt podman
  rm -rf --one-file-system "$RUN"
  find /sys/fs/cgroup -maxdepth 2 -name libpod_parent -type d -exec rmdir {} + 2>/dev/null || true
}

service_status() { report_status podman; }

run_service podman "$@"
