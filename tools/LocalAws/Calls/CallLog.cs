using System.Collections.Concurrent;
using Drawbridge.LocalAws.S3;

namespace Drawbridge.LocalAws.Calls;

/// <summary>What was called, and so what a policy would have to allow. Each call counts once.</summary>
internal sealed class CallLog
{
    private readonly ConcurrentDictionary<ObservedCall, bool> _calls = new();

    public IReadOnlyList<ObservedCall> Calls => [.. _calls.Keys];

    public void Note(string accessKeyId, string permission, string resource) =>
        _calls[new ObservedCall(accessKeyId, permission, resource)] = true;

    /// <summary>Notes a request to S3 by what it asks for.</summary>
    public void Note(S3Request request)
    {
        foreach (var (permission, resource) in S3Permissions.Of(request))
        {
            Note(S3Credentials.AccessKeyId(request.Http) ?? "", permission, resource);
        }
    }

    /// <summary>
    /// Notes what it takes to be told that an object is not there: without it S3 only says that access is denied.
    /// </summary>
    public void Note(S3Request? request, S3Error refusal)
    {
        if (request is not null && refusal == S3Error.NoSuchKey)
        {
            Note(S3Credentials.AccessKeyId(request.Http) ?? "", "s3:ListBucket", request.Key);
        }
    }
}
