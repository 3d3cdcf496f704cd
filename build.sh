#!/usr/bin/env bash
# Builds the build, then runs it: ./build.sh [targets] [parameters], see ./build.sh --help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_NOLOGO=1

if ! dotnet --version >/dev/null 2>&1; then
  version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
  echo "Drawbridge needs the .NET SDK $version or newer; install it from https://dot.net/download and put 'dotnet' on the PATH." >&2
  exit 1
fi

if ! log=$(dotnet build build/_build.csproj --configuration Release --verbosity quiet -nologo 2>&1); then
  echo "$log" >&2
  exit 1
fi

exec dotnet artifacts/bin/_build/release/_build.dll "$@"
