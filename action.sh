#!/usr/bin/env bash
# The step of action.yml that fetches the program. The commit of a release names an archive in action.sha256, by its
# SHA-256, its address and the repository whose workflow made it; only what has that hash is run. Any other commit is
# built from source, by the steps that follow.
set -euo pipefail

pin=$GITHUB_ACTION_PATH/action.sha256
archive=$RUNNER_TEMP/drawbridge.zip
program=$RUNNER_TEMP/drawbridge

fail() {
  printf '::error title=%s::%s\n' "$1" "$2"
  exit 1
}

build_from_source() {
  echo "Drawbridge is built from source: $1."
  exit
}

is_what_was_released() {
  echo "$hash  $archive" | sha256sum --check --status
}

download() {
  echo "Downloading '$address'."
  curl --fail --silent --show-error --location --output "$archive" \
    --retry 3 --retry-all-errors --connect-timeout 20 --max-time 300 "$address"
}

missing_for_attestation() {
  if [ "$ATTESTATION" = false ]; then
    echo "the input 'attestation' is 'false'"
  elif [ -z "$repository" ]; then
    echo "'action.sha256' names no repository"
  elif [ -z "${GH_TOKEN:-}" ]; then
    echo "the input 'token' is empty"
  elif [ "$GITHUB_SERVER_URL" != https://github.com ]; then
    echo "the token is one of '$GITHUB_SERVER_URL'"
  elif ! gh attestation verify --help >/dev/null 2>&1; then
    echo "there is no 'gh' that can do it"
  fi
}

# A few times, for the answer comes over the network.
is_attested() {
  local pause
  for pause in 0 1 2; do
    sleep "$pause"
    gh attestation verify "$archive" \
      --repo "$repository" --signer-workflow "$repository/.github/workflows/release.yml" && return
  done
  return 1
}

rm -rf "$program" # another version may have run before, in the same job
[ -e "$pin" ] || build_from_source "this commit is no release"
[[ $RUNNER_OS-$RUNNER_ARCH == Linux-X64 && -e /lib64/ld-linux-x86-64.so.2 ]] ||
  build_from_source "the archive is for Linux with glibc on x64, this is $RUNNER_OS on $RUNNER_ARCH"
glibc=$(getconf GNU_LIBC_VERSION || true)
printf '%s\n' 'glibc 2.34' "$glibc" | sort --version-sort --check=quiet ||
  build_from_source "the archive needs glibc 2.34 or newer, this is ${glibc:-none}"
for tool in curl sha256sum unzip; do
  command -v "$tool" >/dev/null || build_from_source "the archive needs '$tool', which is not installed"
done

read -r hash address repository <"$pin" || true # a line without an end is one, too
if [ ! -e "$archive" ] || ! is_what_was_released; then
  download || fail download-failed "'$address' could not be downloaded, the line above says why; nothing was run.\
 Let the runner reach it, or mirror it."
fi

if ! is_what_was_released; then
  found=$(sha256sum "$archive")
  fail checksum-mismatch "'$address' has the SHA-256 ${found%% *}, and not $hash, with which it was released;\
 nothing of it was run. Find out who changed it before you run the job again."
fi

missing=$(missing_for_attestation)
if [ -n "$missing" ]; then
  echo "The archive has the SHA-256 that this commit names. Its attestation was not looked at: $missing."
elif ! is_attested; then
  fail attestation-refused "That '$address' was made by the release workflow of '$repository' could not be\
 verified, the lines above say why; nothing of it was run. Let the runner reach GitHub's API, or set the input\
 'attestation' to 'false' to go by the SHA-256 alone."
fi

unzip -q "$archive" -d "$program"
echo "fetched=true" >>"$GITHUB_OUTPUT"
