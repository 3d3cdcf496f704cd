using System.Net;
using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Doctor;

/// <summary>Reads what Lambda and the function answer.</summary>
internal static class FunctionAnswer
{
    private const int LongestText = 300;

    /// <exception cref="DrawbridgeException">The function failed, or is none that knows the question.</exception>
    public static DoctorReport Read(string function, InvokeResponse response)
    {
        var payload = response.Payload.ToArray();
        return response.FunctionError is { Length: > 0 }
            ? throw new DrawbridgeException(new FunctionFailed(function, Describe(payload)))
            : DoctorJson.TryRead(payload) ?? throw new DrawbridgeException(new AnswerUnreadable(function));
    }

    /// <summary>The problem behind an exception of the SDK or the network; null for any other exception.</summary>
    public static Problem? ProblemOf(string function, Exception exception) => exception switch
    {
        AmazonServiceException { ErrorCode: "ResourceNotFoundException" } => new FunctionMissing(function),
        AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests } => new FunctionThrottled(function),
        AmazonServiceException { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } refused =>
            new FunctionDenied(function, refused.ErrorCode ?? "403"),
        AmazonServiceException answered when (int)answered.StatusCode > 0 =>
            new FunctionUnreachable(function, $"Lambda answered {(int)answered.StatusCode} {answered.ErrorCode}".TrimEnd()),
        AmazonClientException or IOException or HttpRequestException =>
            new FunctionUnreachable(function, ReasonOf(exception)),
        _ => null,
    };

    /// <summary>The one that names the address; the deepest names only what the network said.</summary>
    private static string ReasonOf(Exception exception) =>
        ((exception.InnerException as HttpRequestException)?.Message ?? exception.Message).TrimEnd('.');

    private static string Describe(byte[] payload)
    {
        try
        {
            using var error = JsonDocument.Parse(payload);
            var (type, message) = (error.RootElement.Text("errorType"), error.RootElement.Text("errorMessage"));
            var text = PlainText.Of($"{type}: {message}").TrimEnd('.');
            return text.Length <= LongestText ? text : text[..LongestText] + "…";
        }
        catch (JsonException)
        {
            return "it does not say why";
        }
    }
}
