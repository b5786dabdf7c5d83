# shellcheck shell=bash
# A private network namespace with only loopback, for services that listen on every address, announce themselves by
# multicast or call out. One port leads in. Sourced after lib.sh, not run. Needs root, socat and iproute2.

# network_start: makes the namespace; it lives until network_stop.
network_start() {
  spawn network unshare --net -- sh -c 'ip link set lo up && exec sleep infinity'
  wait_until 10 loopback_is_up || die "the network namespace did not come up"
}

inside() { nsenter -t "$(process_id network)" -n -- "$@"; }

loopback_is_up() { inside ip link show lo 2>/dev/null | grep -q LOOPBACK,UP; }

# listens_inside PORT
listens_inside() { inside bash -c "exec 3<>/dev/tcp/127.0.0.1/$1" 2>/dev/null; }

# spawn_inside NAME COMMAND...
spawn_inside() {
  local name=$1
  shift
  spawn "$name" nsenter -t "$(process_id network)" -n -- "$@"
}

# network_forward PORT: leads a port of this machine's loopback to the same port inside.
network_forward() {
  spawn forward socat -t 60 "TCP-LISTEN:$1,bind=127.0.0.1,reuseaddr,fork" \
    "EXEC:nsenter -t $(process_id network) -n -- socat -t 60 STDIO TCP\:127.0.0.1\:$1"
}

network_stop() {
  halt forward 3
  halt network 3
}

need_network() {
  is_root || die "a network namespace of its own needs root"
  need_command socat socat
  need_command ip iproute2
}
