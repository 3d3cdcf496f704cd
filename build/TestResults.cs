using System.Xml.Linq;
using Nuke.Common.IO;

/// <summary>How many tests ended how, and what the failed ones said, from the reports that <c>dotnet test</c> writes.</summary>
sealed record TestResults(int Passed, IReadOnlyList<FailedTest> Failures, int Skipped)
{
    public int Failed => Failures.Count;

    public int Total => Passed + Failed + Skipped;

    public static TestResults Read(AbsolutePath directory)
    {
        var outcomes = (
            from file in directory.GetFiles("*.trx")
            from result in XDocument.Load(file).Descendants()
            where result.Name.LocalName == "UnitTestResult"
            select result).ToLookup(result => (string?)result.Attribute("outcome"));

        // Whatever else there is (Failed, Error, Timeout, Aborted, ...) is no success.
        return new(
            outcomes["Passed"].Count(),
            [.. outcomes.Where(outcome => outcome.Key is not ("Passed" or "NotExecuted")).SelectMany(results => results).Select(FailedTest.From)],
            outcomes["NotExecuted"].Count());
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
