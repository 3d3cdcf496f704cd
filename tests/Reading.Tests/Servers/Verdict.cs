namespace Drawbridge.Reading.Tests.Servers;

/// <summary>What a server's parser makes of a text.</summary>
/// <param name="Answer">How it answered.</param>
/// <param name="Offset">Where in the text it stopped, in UTF-16 code units; -1 unless it did and said where.</param>
/// <param name="Message">What it said.</param>
internal sealed record Verdict(Answer Answer, int Offset = -1, string Message = "");
