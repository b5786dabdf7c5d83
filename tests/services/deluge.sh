#!/usr/bin/env bash
# Deluge for the tests: the daemon, and the web part that HomeDash speaks with. It has a network namespace of its own,
# because the daemon listens on every address before it reads its settings; one port leads in.
#   deluge.sh start|stop|status [WORKDIR]      PORT=N asks for a port
# start prints HOMEDASH_TEST_DELUGE=URL,,PASSWORD,FOLDER, with the folder it downloads to. Needs root.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/network.sh"

HOST=0123456789abcdef0123456789abcdef
DAEMON_KEY=deadbeef0123456789deadbeef0123456789
PASSWORD=secret-of-deluge

write_settings() { # write_settings PORT
  local salt=c26ab3bbd8b137f99cd83c2c1c0963bcc1a35cad
  mkdir -p "$WORK/config" "$WORK/downloads"
  cat >"$WORK/config/core.conf" <<END
{"file": 1, "format": 1}{"allow_remote": false, "daemon_port": $(($1 + 1)), "listen_interface": "127.0.0.1", "outgoing_interface": "lo", "random_port": false, "listen_ports": [$(($1 + 2)), $(($1 + 2))], "dht": false, "upnp": false, "natpmp": false, "lsd": false, "utpex": false, "new_release_check": false, "send_info": false, "download_location": "$WORK/downloads", "torrentfiles_location": "$WORK/downloads", "enabled_plugins": ["Label"]}
END
  (umask 077 && echo "localclient:$DAEMON_KEY:10" >"$WORK/config/auth")
  cat >"$WORK/config/hostlist.conf" <<END
{"file": 3, "format": 1}{"hosts": [["$HOST", "127.0.0.1", $(($1 + 1)), "localclient", "$DAEMON_KEY"]]}
END
  cat >"$WORK/config/web.conf" <<END
{"file": 2, "format": 1}{"port": $1, "interface": "127.0.0.1", "pwd_salt": "$salt", "pwd_sha1": "$(printf %s "$salt$PASSWORD" | sha1sum | cut -d' ' -f1)", "first_login": false, "default_daemon": "$HOST", "https": false, "session_timeout": 3600}
END
}

start_deluge() { # start_deluge PORT
  network_start
  # Its logger breaks on Python 3.11 at the first warning, and the daemon with it: it must not log.
  spawn_inside deluged deluged -d -c "$WORK/config" -u 127.0.0.1 -i 127.0.0.1 -o lo -p $(($1 + 1)) -L none
  wait_until 30 listens_inside $(($1 + 1)) || die "the daemon does not listen; see $WORK/deluged.log"
  spawn_inside web deluge-web -d -c "$WORK/config" -i 127.0.0.1 -p "$1" -L none
  network_forward "$1"
}

service_start() {
  need_network
  need_command deluged deluged
  need_command deluge-web deluge-web
  local port
  port=$(choose_port)
  if ! is_running forward; then
    [ -s "$WORK/config/web.conf" ] || write_settings "$port"
    start_deluge "$port"
  fi
  wait_http 30 200 "http://127.0.0.1:$port/"
  echo "HOMEDASH_TEST_DELUGE=http://127.0.0.1:$port,,$PASSWORD,$WORK/downloads"
}

service_stop() {
  halt web 5
  halt deluged 15
  network_stop
}

service_status() { report_status deluged web forward; }

run_service deluge "$@"
