# shellcheck shell=bash
# The settings that the qBittorrents of the tests share. Sourced, not run.

# password_hash WORD: PBKDF2 as qBittorrent keeps it. Version 5 invents a password when it finds none.
password_hash() {
  python3 - "$1" <<'END'
import base64, hashlib, os, sys
salt = os.urandom(16)
key = hashlib.pbkdf2_hmac("sha512", sys.argv[1].encode(), salt, 100000)
print(base64.b64encode(salt).decode() + ":" + base64.b64encode(key).decode())
END
}

write_settings() { # write_settings PORT FOLDER-AS-QBITTORRENT-SEES-IT
  local file=$WORK/profile/qBittorrent/config/qBittorrent.conf
  mkdir -p "$(dirname "$file")" "$WORK/downloads"
  [ ! -s "$file" ] || return 0
  cat >"$file" <<END
[BitTorrent]
Session\\DHTEnabled=false
Session\\LSDEnabled=false
Session\\PeXEnabled=false
Session\\QueueingSystemEnabled=false
Session\\Interface=lo
Session\\InterfaceName=lo
Session\\InterfaceAddress=127.0.0.1
Session\\Port=$(($1 + 1))
Session\\DefaultSavePath=$2/downloads

[LegalNotice]
Accepted=true

[Network]
PortForwardingEnabled=false

[Preferences]
General\\Locale=en
WebUI\\Address=127.0.0.1
WebUI\\Port=$1
WebUI\\Username=homedash
WebUI\\Password_PBKDF2="@ByteArray($(password_hash secret-of-qbittorrent))"
WebUI\\UseUPnP=false
END
}
