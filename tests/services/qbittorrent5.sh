#!/usr/bin/env bash
# qBittorrent for the tests, on 127.0.0.1 alone: the 5.1 of Debian 13, which stops and starts instead of pausing and resuming.
#   qbittorrent5.sh start|stop|status [WORKDIR]      PORT=N asks for a port; peers come to the port after it
# start prints HOMEDASH_TEST_QBITTORRENT5=URL,USER,PASSWORD,FOLDER, with the folder it downloads to.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/qbittorrent-settings.sh"
. "$(dirname "${BASH_SOURCE[0]}")/trixie.sh"

service_start() {
  need_command python3 python3
  need_trixie qbittorrent-nox
  local port
  port=$(choose_port)
  if ! is_running qbittorrent; then
    write_settings "$port" /srv/service
    enter_trixie
    spawn qbittorrent "${ENTER[@]}" env HOME=/srv/service qbittorrent-nox --profile=/srv/service/profile
  fi
  wait_http 30 "200 403" "http://127.0.0.1:$port/api/v2/app/version"
  echo "HOMEDASH_TEST_QBITTORRENT5=http://127.0.0.1:$port,homedash,secret-of-qbittorrent,$WORK/downloads"
}

service_stop() { halt qbittorrent 15; }

service_status() { report_status qbittorrent; }

run_service qbittorrent5 "$@"
