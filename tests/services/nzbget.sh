#!/usr/bin/env bash
# NZBGet for the tests, on 127.0.0.1 alone. Its queue works and nothing comes in: at its news server's port nobody listens.
# (With no news server at all it looks for work all the time, on half a processor.)
#   nzbget.sh start|stop|status [WORKDIR]      PORT=N asks for a port
# start prints HOMEDASH_TEST_NZBGET=URL,USER,PASSWORD,FOLDER, with the folder of what is complete.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

write_settings() { # write_settings PORT
  mkdir -p "$WORK/main"
  sed -e "s#^MainDir=.*#MainDir=$WORK/main#" -e "s#^DestDir=.*#DestDir=$WORK/main/dst#" -e "s#^InterDir=.*#InterDir=$WORK/main/inter#" \
    -e "s#^QueueDir=.*#QueueDir=$WORK/main/queue#" -e "s#^TempDir=.*#TempDir=$WORK/main/tmp#" -e "s#^NzbDir=.*#NzbDir=$WORK/main/nzb#" \
    -e "s#^LogFile=.*#LogFile=$WORK/main/nzbget.log#" -e "s#^LockFile=.*#LockFile=$WORK/main/nzbget.lock#" \
    -e "s#^ControlIP=.*#ControlIP=127.0.0.1#" -e "s#^ControlPort=.*#ControlPort=$1#" \
    -e "s#^ControlUsername=.*#ControlUsername=homedash#" -e "s#^ControlPassword=.*#ControlPassword=secret-of-nzbget#" \
    -e "s#^DaemonUsername=.*#DaemonUsername=$(id -un)#" -e "s#^Server1.Host=.*#Server1.Host=127.0.0.1#" -e "s#^Server1.Port=.*#Server1.Port=9#" -e "s#^Server1.Encryption=.*#Server1.Encryption=no#" -e "s#^UpdateCheck=.*#UpdateCheck=none#" \
    /etc/nzbget.conf >"$WORK/nzbget.conf"
}

service_start() {
  need_command nzbget nzbget
  local port
  port=$(choose_port)
  if ! is_running nzbget; then
    [ -s "$WORK/nzbget.conf" ] || write_settings "$port"
    # While something waits in its queue it looks for work all the time: let it be in nobody's way.
    spawn nzbget nice -n 19 nzbget --server --configfile "$WORK/nzbget.conf" -o OutputMode=log -o WebDir=/usr/share/nzbget/webui \
      -o ConfigTemplate=/usr/share/nzbget/webui/nzbget.conf
  fi
  wait_http 30 401 "http://127.0.0.1:$port/jsonrpc/version"
  echo "HOMEDASH_TEST_NZBGET=http://127.0.0.1:$port,homedash,secret-of-nzbget,$WORK/main/dst"
}

service_stop() { halt nzbget; }

service_status() { report_status nzbget; }

run_service nzbget "$@"
