# shellcheck shell=bash
# The image that the tests make their containers of. Sourced, not run.

BUSYBOX_IMAGE=homedash/busybox:test

# import_busybox SOCKET: gives an engine the image, made of this machine's busybox, unless it has it.
import_busybox() {
  local socket=$1 root applet id
  ! engine_call "$socket" "/images/$BUSYBOX_IMAGE/json" >/dev/null 2>&1 || return 0
  root=$(mktemp -d)
  mkdir -p "$root/bin" "$root/etc" "$root/tmp"
  cp "$(command -v busybox)" "$root/bin/busybox"
  for applet in $(busybox --list); do
    # A link of that name would point to itself, and with it every other one.
    [ "$applet" = busybox ] || ln -s busybox "$root/bin/$applet"
  done
  echo 'root:x:0:0:root:/:/bin/sh' >"$root/etc/passwd"
  id=$(tar -C "$root" -c . |
    engine_call "$socket" "/images/create?fromSrc=-&repo=${BUSYBOX_IMAGE%:*}&tag=${BUSYBOX_IMAGE#*:}" -X POST -H 'Content-Type: application/x-tar' --data-binary @- |
    grep -o 'sha256:[0-9a-f]*' | head -n 1) || die "the image could not be imported; see the log in $WORK"
  rm -rf "$root"
  # Podman takes the tag for latest whatever it is told.
  engine_call "$socket" "/images/$BUSYBOX_IMAGE/json" >/dev/null 2>&1 ||
    engine_call "$socket" "/images/$id/tag?repo=${BUSYBOX_IMAGE%:*}&tag=${BUSYBOX_IMAGE#*:}" -X POST >/dev/null
}

engine_call() { # engine_call SOCKET PATH [CURL-ARGUMENTS...]
  local socket=$1 path=$2
  shift 2
  curl -sS --fail --unix-socket "$socket" "http://localhost$path" "$@"
}
