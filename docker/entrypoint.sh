#!/bin/sh
# With arguments: that command, once. Without: ARR_SCORE_COMMAND whenever CRON_SCHEDULE says so.
set -eu

app=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

umask "${UMASK:-022}"

# Started as root, and no more than that: everything else runs as PUID and PGID.
if [ "$(id -u)" -eq 0 ]; then
  exec setpriv --reuid="${PUID:-1000}" --regid="${PGID:-1000}" --clear-groups -- "$0" "$@"
fi

if [ "$#" -gt 0 ]; then
  exec node "$app/bin/arr-score.mjs" "$@"
fi

# Words of the command are split at blanks, on purpose.
# shellcheck disable=SC2086
exec node "$app/docker/schedule.mjs" "${CRON_SCHEDULE:-@daily}" ${ARR_SCORE_COMMAND:-export --out /config/scores}
