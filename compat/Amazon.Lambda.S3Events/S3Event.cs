#nullable disable // as published: the package has no nullable annotations

using System.Net;

namespace Amazon.Lambda.S3Events;

/// <summary>A notification of S3.</summary>
public class S3Event
{
    /// <summary>One in practice; a list by contract.</summary>
    public List<S3EventNotificationRecord> Records { get; set; }

    /// <summary>One thing that happened to one object.</summary>
    public class S3EventNotificationRecord
    {
        /// <summary>Such as <c>ObjectCreated:Put</c>.</summary>
        public string EventName { get; set; }

        /// <summary>What it happened to.</summary>
        public S3Entity S3 { get; set; }
    }

    /// <summary>A bucket and an object in it.</summary>
    public class S3Entity
    {
        /// <summary>The bucket.</summary>
        public S3BucketEntity Bucket { get; set; }

        /// <summary>The object.</summary>
        public S3ObjectEntity Object { get; set; }
    }

    /// <summary>A bucket.</summary>
    public class S3BucketEntity
    {
        /// <summary>Its name.</summary>
        public string Name { get; set; }
    }

    /// <summary>An object.</summary>
    public class S3ObjectEntity
    {
        /// <summary>As S3 sends it: form-URL-encoded.</summary>
        public string Key { get; set; }

        /// <summary>As it is in the bucket.</summary>
        public string KeyDecoded => WebUtility.UrlDecode(Key);

        /// <summary>Null in a bucket without versions.</summary>
        public string VersionId { get; set; }
    }
}
