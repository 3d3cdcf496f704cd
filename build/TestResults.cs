using System.Xml.Linq;
using Nuke.Common.IO;

/// <summary>How many tests ended how, counted from the reports that <c>dotnet test</c> writes.</summary>
sealed record TestResults(int Passed, int Failed, int Skipped)
{
    public int Total => Passed + Failed + Skipped;

    public static TestResults Read(AbsolutePath directory)
    {
        var outcomes = (
            from file in directory.GetFiles("*.trx")
            from result in XDocument.Load(file).Descendants()
            where result.Name.LocalName == "UnitTestResult"
            select (string?)result.Attribute("outcome")).ToLookup(outcome => outcome);
        var passed = outcomes["Passed"].Count();
        var skipped = outcomes["NotExecuted"].Count();

        // Whatever else there is (Failed, Error, Timeout, Aborted, ...) is no success.
        return new(passed, outcomes.Sum(outcome => outcome.Count()) - passed - skipped, skipped);
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
