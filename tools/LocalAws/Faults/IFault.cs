namespace Drawbridge.LocalAws.Faults;

/// <summary>Something that goes wrong a number of times.</summary>
internal interface IFault
{
    /// <summary>How often it could have happened, and does not, before it does.</summary>
    int Skip { get; }

    /// <summary>How often it happens.</summary>
    int Times { get; }
}
