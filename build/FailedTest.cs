using System.Xml.Linq;

/// <summary>What a report says of a test that did not pass.</summary>
sealed record FailedTest(string Name, string Message, string StackTrace)
{
    public static FailedTest From(XElement result) =>
        new((string?)result.Attribute("testName") ?? "?", Text(result, "Message"), Text(result, "StackTrace"));

    static string Text(XElement result, string name) =>
        result.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";

    public override string ToString() => string.Join('\n', [$"Failed: {Name}", Message, StackTrace, ""]);
}
