using System.CommandLine;
using System.CommandLine.Parsing;
using Drawbridge.LocalAws.Lambda;
using Drawbridge.LocalAws.S3;

namespace Drawbridge.LocalAws;

/// <summary>The command line: its options become <see cref="LocalAwsOptions"/>.</summary>
internal sealed class LocalAwsCommand
{
    private readonly Option<int> _port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 takes a free one",
        DefaultValueFactory = _ => 4566,
    };

    private readonly Option<string[]> _bucket = new("--bucket")
    {
        Description = "A bucket to begin with; may be repeated",
    };

    private readonly Option<string[]> _notify = new("--notify")
    {
        Description = "Announce objects below this prefix [default: releases/ and plans/]; may be repeated",
    };

    private readonly Option<DirectoryInfo> _directory = new("--directory")
    {
        Description = "Show the objects as files in this directory",
    };

    private readonly Option<string> _region = new("--region")
    {
        Description = "The region that events name",
        DefaultValueFactory = _ => "eu-central-1",
    };

    private readonly Option<string> _function = new("--function")
    {
        Description = "The command that starts the function, as in \"dotnet exec X.dll\"",
    };

    private readonly Option<string[]> _env = new("--env")
    {
        Description = "A variable for the function, NAME=value; may be repeated",
    };

    private readonly Option<string> _name = new("--function-name")
    {
        Description = "The function's name",
        DefaultValueFactory = _ => "drawbridge",
    };

    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "Seconds until an invocation is killed",
        DefaultValueFactory = _ => 900,
    };

    private readonly Option<int> _concurrency = new("--concurrency")
    {
        Description = "How many processes may run side by side",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<double[]> _retry = new("--retry-after")
    {
        Description = "Seconds before a retry [default: 60 and 120]; may be repeated",
    };

    private LocalAwsCommand()
    {
        _bucket.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !ObjectStore.IsBucketName(token.Value)) is { } wrong)
            {
                result.AddError($"'{wrong.Value}' can't be a bucket: use 3 to 63 small letters, digits, '-' and '.'.");
            }
        });
        _env.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !token.Value.Contains('=', StringComparison.Ordinal)) is { } wrong)
            {
                result.AddError($"'{wrong.Value}' is no variable: write NAME=value.");
            }
        });
    }

    public static RootCommand Create(TextWriter output, TextWriter errors)
    {
        var command = new LocalAwsCommand();
        var root = new RootCommand("S3, its notifications and Lambda on 127.0.0.1, until Ctrl-C.")
        {
            command._port, command._bucket, command._notify, command._directory, command._region, command._function,
            command._env, command._name, command._timeout, command._concurrency, command._retry,
        };
        root.SetAction((parsed, cancellationToken) => Run(command.Options(parsed, output), errors, cancellationToken));
        return root;
    }

    private static async Task<int> Run(LocalAwsOptions options, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            await using var server = await LocalAwsServer.Start(options, cancellationToken);
            foreach (var (name, value) in server.ClientVariables.Append(new("AWS_LAMBDA_RUNTIME_API", server.RuntimeApi)))
            {
                await options.Output.WriteLineAsync($"{name}={value}");
            }

            await options.Output.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        }
        catch (IOException failure)
        {
            await errors.WriteLineAsync(
                $"Can't listen on port '{options.Port}': {failure.Message} Choose another one with --port, or 0 for a "
                + "free one.");
            return 1;
        }
    }

    private LocalAwsOptions Options(ParseResult parsed, TextWriter output)
    {
        var settings = new LambdaSettings
        {
            FunctionName = parsed.GetRequiredValue(_name),
            Timeout = TimeSpan.FromSeconds(parsed.GetRequiredValue(_timeout)),
            Concurrency = parsed.GetRequiredValue(_concurrency),
        };
        var defaults = new LocalAwsOptions();
        return new LocalAwsOptions
        {
            Port = parsed.GetRequiredValue(_port),
            Region = parsed.GetRequiredValue(_region),
            Buckets = [.. (parsed.GetValue(_bucket) ?? []).Distinct()],
            NotifyPrefixes = parsed.GetValue(_notify) is { Length: > 0 } prefixes ? prefixes : defaults.NotifyPrefixes,
            Directory = parsed.GetValue(_directory)?.FullName,
            Function = Function(parsed),
            Lambda = parsed.GetValue(_retry) is { Length: > 0 } delays
                ? settings with { RetryDelays = [.. delays.Select(TimeSpan.FromSeconds)] }
                : settings,
            Output = output,
        };
    }

    private FunctionCommand? Function(ParseResult parsed)
    {
        var words = CommandLineParser.SplitCommandLine(parsed.GetValue(_function) ?? "").ToArray();
        var variables = (parsed.GetValue(_env) ?? []).Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return words is [var program, .. var arguments] ? new FunctionCommand(program, arguments, variables) : null;
    }
}
