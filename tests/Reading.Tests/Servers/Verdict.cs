namespace Drawbridge.Reading.Tests.Servers;

/// <summary>What a server's parser makes of a text.</summary>
/// <param name="Answer">How it answered.</param>
/// <param name="Position">Where it stopped, in characters from 1; 0 unless it did and said where.</param>
/// <param name="Message">What it said.</param>
internal sealed record Verdict(Answer Answer, int Position = 0, string Message = "");
