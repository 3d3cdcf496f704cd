using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Assert = Nuke.Common.Assert;

/// <summary>Terraform in one directory. Its output is shown as it comes.</summary>
/// <param name="program">Its name, or its path.</param>
/// <param name="directory">Of the configuration.</param>
/// <param name="variables">Each as <c>name=value</c>, or a file that holds some.</param>
sealed class TerraformCommand(string program, string directory, IReadOnlyList<string> variables)
{
    string PlanFile => Path.Combine(directory, "drawbridge.tfplan");

    public void AssertInstalled()
    {
        try
        {
            using var version = Start("-version");
            version.StandardOutput.ReadToEnd();
            version.WaitForExit();
        }
        catch (Win32Exception)
        {
            Assert.Fail(
                $"'{program}' is not on the PATH: install it (https://developer.hashicorp.com/terraform/install)");
        }
    }

    /// <summary>
    /// Makes a plan that <see cref="Apply"/> takes as it is, so that nothing else can happen than what was shown.
    /// </summary>
    public void Plan(params IEnumerable<string> arguments)
    {
        Assert.True(
            Directory.Exists(directory),
            $"The directory '{directory}' is not there: name one with --terraform-directory");
        Run(["init", "-input=false"]);
        Run(["plan", "-input=false", $"-out={PlanFile}", .. arguments, .. variables.Select(Option)]);
    }

    public void Apply() => Run(["apply", "-input=false", PlanFile]);

    /// <summary>What the applied configuration says of itself.</summary>
    public string Output(string name)
    {
        using var process = Start($"-chdir={directory}", "output", "-json");
        var trouble = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Console.WriteLine(trouble.Result);
            Assert.Fail(TerraformTrouble.Of(trouble.Result));
        }

        using var outputs = JsonDocument.Parse(said);
        Assert.True(
            outputs.RootElement.TryGetProperty(name, out var output),
            $"The configuration in '{directory}' has no output '{name}': pass on the module's");
        return output.GetProperty("value").GetString()!;
    }

    public void Forget() => File.Delete(PlanFile);

    static string Option(string variable) =>
        variable.Contains('=', StringComparison.Ordinal) ? $"-var={variable}" : $"-var-file={variable}";

    void Run(IEnumerable<string> arguments)
    {
        string[] plain = Console.IsOutputRedirected ? ["-no-color"] : [];
        using var process = Start([$"-chdir={directory}", .. arguments.Take(1), .. plain, .. arguments.Skip(1)]);
        var said = new StringBuilder();
        process.ErrorDataReceived += (_, e) => Say(e.Data);
        process.OutputDataReceived += (_, e) => Say(e.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, TerraformTrouble.Of($"{said}"));

        void Say(string? line)
        {
            lock (said)
            {
                Console.WriteLine(line);
                said.AppendLine(line);
            }
        }
    }

    Process Start(params IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
