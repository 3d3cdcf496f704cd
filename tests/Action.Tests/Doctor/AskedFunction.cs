using System.Text;
using Drawbridge.LocalAws;

namespace Drawbridge.GitHubAction.Tests.Doctor;

/// <summary>Plays the function: takes invocations from Lambda's runtime API until one is the doctor's question.</summary>
internal static class AskedFunction
{
    /// <summary>Ends with the question that was asked.</summary>
    public static Task<string> Answer(LocalAwsServer aws, string answer) => Reply(aws, "response", answer);

    /// <summary>Ends when the failure is reported.</summary>
    public static Task<string> Fail(LocalAwsServer aws, string error) => Reply(aws, "error", error);

    private static async Task<string> Reply(LocalAwsServer aws, string way, string text)
    {
        var runtime = new Uri($"http://{aws.RuntimeApi}/2018-06-01/runtime/invocation/");
        using var http = new HttpClient { BaseAddress = runtime };
        while (true)
        {
            using var next = await http.GetAsync(new Uri("next", UriKind.Relative));
            var question = await next.Content.ReadAsStringAsync();
            var isAsked = question.Contains("drawbridge/doctor/", StringComparison.Ordinal);
            var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
            using var body = new StringContent(isAsked ? text : "", Encoding.UTF8, "application/json");
            using var taken = await http.PostAsync(new Uri($"{id}/{(isAsked ? way : "response")}", UriKind.Relative), body);
            taken.EnsureSuccessStatusCode();
            if (isAsked)
            {
                return question;
            }
        }
    }
}
