#!/usr/bin/env bash
# SABnzbd for the tests, on 127.0.0.1 alone, of Debian's contrib. Its one news server is dead: its queue works, and nothing comes in.
#   sabnzbd.sh start|stop|status [WORKDIR]      PORT=N asks for a port
# start prints HOMEDASH_TEST_SABNZBD=URL,,KEY,FOLDER, with the folder of what is complete.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# SABnzbd takes only hexadecimal digits for a key.
KEY=5ec2e7000000000000000000005ec2e7

# The component is added for this installation only; the machine's own list of sources stays as it is.
install_sabnzbd() {
  local folder=$WORK/apt release archive
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  archive=$(apt-cache policy | grep -oE 'https?://[^ ]+/debian( |$)' | tr -d ' ' | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }')
  mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive $release main contrib non-free" >"$folder/contrib.list"
  APT_OPTIONS=(-o "Dir::Etc::sourcelist=$folder/contrib.list" -o Dir::Etc::sourceparts=/nonexistent -o "Dir::State::lists=$folder/lists" -o "Dir::Cache=$folder/cache")
  install_packages sabnzbdplus
  rm -rf "$folder"
}

write_settings() { # write_settings PORT
  mkdir -p "$WORK/sab"
  cat >"$WORK/sab/sabnzbd.ini" <<END
__version__ = 19
__encoding__ = utf-8
[misc]
host = 127.0.0.1
port = $1
api_key = $KEY
nzb_key = fedcba9876543210fedcba9876543210
host_whitelist = localhost, 127.0.0.1
inet_exposure = 0
auto_browser = 0
check_new_rel = 0
enable_bonjour = 0
enable_broadcast = 0
[servers]
[[127.0.0.1]]
name = 127.0.0.1
displayname = none
host = 127.0.0.1
port = 9
connections = 1
enable = 1
ssl = 0
timeout = 10
[categories]
[[*]]
name = *
order = 0
pp = 3
script = None
dir = ""
priority = 0
[[linux]]
name = linux
order = 1
pp = ""
script = Default
dir = linux
priority = -100
END
}

service_start() {
  command -v sabnzbdplus >/dev/null || install_sabnzbd
  local port
  port=$(choose_port)
  if ! is_running sabnzbd; then
    [ -s "$WORK/sab/sabnzbd.ini" ] || write_settings "$port"
    spawn sabnzbd env "HOME=$WORK/sab" sabnzbdplus -f "$WORK/sab/sabnzbd.ini" -b 0 -s "127.0.0.1:$port" -l 0
  fi
  wait_http 60 200 "http://127.0.0.1:$port/api?mode=version&output=json"
  echo "HOMEDASH_TEST_SABNZBD=http://127.0.0.1:$port,,$KEY,$WORK/sab/Downloads/complete"
}

service_stop() { halt sabnzbd 15; }

service_status() { report_status sabnzbd; }

run_service sabnzbd "$@"
