using Drawbridge.LocalAws.Calls;
using Drawbridge.LocalAws.Faults;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.S3;

/// <summary>Speaks S3: finds the operation that a request asks for, and turns what it says into an answer.</summary>
internal sealed class S3Endpoint(
    ObjectStore store, S3Credentials credentials, FaultyStorage faults, CallLog calls, string region)
{
    private static readonly HashSet<string> KnownParameters = new(StringComparer.Ordinal)
    {
        "list-type", "prefix", "delimiter", "max-keys", "start-after", "continuation-token", "fetch-owner", "encoding-type",
        "versions", "key-marker", "version-id-marker", "versionId", "versioning", "location", "x-id",
    };

    public async Task Handle(HttpContext http)
    {
        var answer = new S3Answer(http);
        S3Request? request = null;
        try
        {
            request = S3Request.Read(http.Request);
            credentials.Demand(http.Request);
            calls.Note(request);
            await faults.Pass(request, () => Dispatch(request, answer));
        }
        catch (S3Exception refusal)
        {
            calls.Note(request, refusal.Error);
            await answer.Refuse(refusal, request);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client gave up; so does its request.
        }
    }

    private Task Dispatch(S3Request request, S3Answer answer)
    {
        var unknown = request.Http.Query.Keys.FirstOrDefault(name =>
            !KnownParameters.Contains(name) && !name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new S3Exception(S3Error.NotImplemented($"the parameter '{unknown}'"));
        }

        return (request.Http.Method, request.Key.Length > 0) switch
        {
            ("PUT", true) => PutObject(request, answer),
            ("GET" or "HEAD", true) => GetObject(request, answer),
            ("DELETE", true) => DeleteObject(request, answer),
            ("PUT", false) when request.Bucket.Length > 0 => CreateBucket(request, answer),
            ("HEAD", false) when request.Bucket.Length > 0 => HeadBucket(request, answer),
            ("GET", false) when request.Bucket.Length > 0 => ReadBucket(request, answer),
            (var method, _) => throw new S3Exception(S3Error.NotImplemented($"'{method} {request.Http.Path}'")),
        };
    }

    private async Task PutObject(S3Request request, S3Answer answer)
    {
        if (request.Http.Headers.ContainsKey("x-amz-copy-source"))
        {
            throw new S3Exception(S3Error.NotImplemented("copies"));
        }

        _ = store[request.Bucket];
        var stored = store.Put(request.Bucket, await UploadReader.Read(request));
        answer.Describe(stored);
        answer.AddChecksum(stored);
    }

    private async Task GetObject(S3Request request, S3Answer answer)
    {
        var stored = Find(request);
        answer.Describe(stored);
        var headers = request.Http.Headers;
        if (headers.IfMatch.FirstOrDefault() is { } wanted && !Matches(wanted, stored))
        {
            throw new S3Exception(S3Error.PreconditionFailed);
        }

        if (headers.IfNoneMatch.FirstOrDefault() is { } known && Matches(known, stored))
        {
            answer.NotModified();
            return;
        }

        await answer.Download(stored, headers);
    }

    private Task DeleteObject(S3Request request, S3Answer answer)
    {
        answer.Deleted(store.Delete(request.Bucket, request.Key, request.VersionId));
        return Task.CompletedTask;
    }

    private Task CreateBucket(S3Request request, S3Answer answer)
    {
        store.Create(request.Bucket);
        answer.Created(request.Bucket);
        return Task.CompletedTask;
    }

    private Task HeadBucket(S3Request request, S3Answer answer)
    {
        _ = store[request.Bucket];
        answer.InRegion(region);
        return Task.CompletedTask;
    }

    private Task ReadBucket(S3Request request, S3Answer answer)
    {
        var bucket = store[request.Bucket];
        var query = request.Http.Query;
        if (query.ContainsKey("versioning"))
        {
            return answer.Xml(S3Xml.VersioningEnabled());
        }

        if (query.ContainsKey("location"))
        {
            return answer.Xml(S3Xml.Location(region));
        }

        if (query.ContainsKey("versions"))
        {
            return answer.Xml(S3Xml.Versions(bucket.Name, VersionsPage.Of(bucket, query)));
        }

        if (query["list-type"] != "2")
        {
            throw new S3Exception(S3Error.NotImplemented("the first version of ListObjects"));
        }

        var listing = ListQuery.Read(query);
        return answer.Xml(
            S3Xml.Listing(bucket.Name, listing, ListPage.Of(bucket, listing), query["encoding-type"] == "url"));
    }

    /// <exception cref="S3Exception">Nothing is there, as S3 tells the cases apart.</exception>
    private StoredObject Find(S3Request request)
    {
        var stored = store[request.Bucket].Get(request.Key, request.VersionId);
        return stored switch
        {
            { IsDeleteMarker: false } => stored,
            { IsDeleteMarker: true } => throw new S3Exception(
                request.VersionId is null ? S3Error.NoSuchKey : S3Error.MethodNotAllowed)
            {
                Headers = new Dictionary<string, string> { ["x-amz-delete-marker"] = "true", ["x-amz-version-id"] = stored.VersionId },
            },
            null => throw new S3Exception(request.VersionId is null ? S3Error.NoSuchKey : S3Error.NoSuchVersion),
        };
    }

    private static bool Matches(string etags, StoredObject stored) =>
        etags.Split(',', StringSplitOptions.TrimEntries).Any(etag => etag == "*" || etag.Trim('"') == stored.ETag);
}
