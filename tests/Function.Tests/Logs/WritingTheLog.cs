using System.Text.Json.Nodes;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Problems;
using Drawbridge.LambdaFunction.Tests.Local;

namespace Drawbridge.LambdaFunction.Tests.Logs;

public sealed class WritingTheLog
{
    [Fact]
    public async Task An_entry_is_one_line_whatever_its_text_holds()
    {
        await using var output = new StringWriter { NewLine = "\n" };
        new JsonLog(output, new ManualTime()).Info("Ignored 'a\nb\"c\u2028'.");
        output.ToString().ShouldBe(
            """{"time":"2026-11-22T11:04:00Z","level":"info","message":"Ignored 'a\nb\"c\u2028'."}""" + "\n");
    }

    [Fact]
    public async Task An_error_names_its_code_its_remedy_and_what_it_is_about()
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var log = new JsonLog(output, new ManualTime()).For(new Invocation("r-1", "l", default, default)).For("id-1", "shopdb");
        log.Error(new ReleaseMissing("k"));
        var entry = JsonNode.Parse(output.ToString())!.AsObject();
        entry.Select(field => field.Key)
            .ShouldBe(["time", "level", "message", "requestId", "release", "database", "code", "remedy"]);
        new[] { entry["level"], entry["requestId"], entry["release"], entry["database"], entry["code"] }
            .Select(value => (string?)value).ShouldBe(["error", "r-1", "id-1", "shopdb", "release-missing"]);
    }
}
