using System.Diagnostics;
using System.Globalization;

namespace Drawbridge.LocalAws.Tests;

public sealed class RunningTheProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Assembly = typeof(LocalAwsServer).Assembly.Location;

    [Fact]
    public async Task It_prints_its_addresses_and_ends_with_its_function_on_sigterm()
    {
        using var program = Start(
            "--port", "0", "--bucket", "shop", "--function", "sh -c \"echo pid=$$; exec sleep 600\"");

        var endpoint = await Line(program, "AWS_ENDPOINT_URL=");
        var function = int.Parse(await Line(program, "  pid="), CultureInfo.InvariantCulture);
        Process.Start("kill", ["-TERM", $"{program.Id}"]).Dispose();
        await program.WaitForExitAsync().WaitAsync(Patience);

        endpoint.ShouldStartWith("http://127.0.0.1:");
        program.ExitCode.ShouldBe(0);
        Should.Throw<ArgumentException>(() => Process.GetProcessById(function));
    }

    [Fact]
    public async Task A_taken_port_is_one_clear_sentence()
    {
        await using var taken = await LocalAwsServer.Start(new LocalAwsOptions());
        using var program = Start("--port", taken.Endpoint.Split(':')[^1]);

        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync().WaitAsync(Patience);

        program.ExitCode.ShouldBe(1);
        error.ShouldStartWith("Can't listen on port");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_bad_bucket_name_is_misuse()
    {
        using var program = Start("--bucket", "No_Bucket");
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync().WaitAsync(Patience);

        program.ExitCode.ShouldNotBe(0);
        error.ShouldContain("'No_Bucket' can't be a bucket");
    }

    private static Process Start(params string[] arguments)
    {
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", Assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
    }

    private static async Task<string> Line(Process program, string start)
    {
        while (await program.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return line[start.Length..];
            }
        }

        throw new InvalidOperationException($"The program ended without printing '{start}'.");
    }
}
