# shellcheck shell=bash
# A Debian 13 beside the machine's own Debian, for newer generations of the same services. Sourced after lib.sh, not run.
# It is made once and kept in TRIXIE_ROOT; making it takes under a minute.

TRIXIE=${TRIXIE_ROOT:-/var/tmp/homedash-trixie}

# The Debian archive that this machine's apt uses already.
debian_archive() { apt-cache policy | grep -oE 'https?://[^ ]+/debian( |$)' | tr -d ' ' | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }'; }

# trixie_has PACKAGE...: whether all of them are installed in it.
trixie_has() {
  local package
  [ -e "$TRIXIE/.ready" ] || return 1
  for package in "$@"; do
    chroot "$TRIXIE" dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || return 1
  done
}

# need_trixie PACKAGE...: makes the root and installs the packages, unless they are there.
need_trixie() {
  is_root || die "a Debian 13 beside this one needs root"
  ! trixie_has "$@" || return 0
  [ "${HOMEDASH_INSTALL:-1}" != 0 ] || die "missing: $* of Debian 13. Run eng/test --all"
  need_command debootstrap debootstrap
  (
    exec 9>"$TRIXIE.lock"
    flock 9
    if [ ! -e "$TRIXIE/.ready" ]; then
      rm -rf --one-file-system "$TRIXIE"
      debootstrap --variant=minbase trixie "$TRIXIE" "$(debian_archive)" >"$WORK/debootstrap.log" 2>&1 9>&- ||
        die "debootstrap failed; see $WORK/debootstrap.log"
      printf '#!/bin/sh\nexit 101\n' >"$TRIXIE/usr/sbin/policy-rc.d"
      chmod 755 "$TRIXIE/usr/sbin/policy-rc.d"
      touch "$TRIXIE/.ready"
    fi
    cp /etc/resolv.conf "$TRIXIE/etc/resolv.conf"
    trixie_has "$@" || {
      enter_trixie
      "${ENTER[@]}" sh -c "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $*" >"$WORK/trixie-apt.log" 2>&1 9>&- ||
        die "apt-get in $TRIXIE failed; see $WORK/trixie-apt.log"
    }
  )
}

# enter_trixie: sets ENTER to the words that run a command inside, where WORK is seen as /srv/service.
# The mounts belong to the command's own namespace and go with it.
enter_trixie() {
  mkdir -p "$TRIXIE/srv/service"
  # shellcheck disable=SC2016
  ENTER=(unshare --mount -- sh -c '
    set -e; root=$1; work=$2; shift 2
    mount --make-rprivate /
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"; mount --rbind /sys "$root/sys"; mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/run"; mount --bind "$work" "$root/srv/service"
    cd "$root"; pivot_root . mnt; umount -l /mnt; cd /
    exec "$@"' sh "$TRIXIE" "$WORK")
}
