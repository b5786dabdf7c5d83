#!/usr/bin/env bash
# qBittorrent for the tests, on 127.0.0.1 alone: the 4.5 of Debian 12, which pauses and resumes.
#   qbittorrent.sh start|stop|status [WORKDIR]      PORT=N asks for a port; peers come to the port after it
# start prints HOMEDASH_TEST_QBITTORRENT=URL,USER,PASSWORD,FOLDER, with the folder it downloads to.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/qbittorrent-settings.sh"

service_start() {
  need_command qbittorrent-nox qbittorrent-nox
  need_command python3 python3
  local port
  port=$(choose_port)
  if ! is_running qbittorrent; then
    write_settings "$port" "$WORK"
    spawn qbittorrent env "HOME=$WORK" qbittorrent-nox "--profile=$WORK/profile"
  fi
  wait_http 30 "200 403" "http://127.0.0.1:$port/api/v2/app/version"
  echo "HOMEDASH_TEST_QBITTORRENT=http://127.0.0.1:$port,homedash,secret-of-qbittorrent,$WORK/downloads"
}

service_stop() { halt qbittorrent 15; }

service_status() { report_status qbittorrent; }

run_service qbittorrent "$@"
