namespace Drawbridge.LambdaFunction.Events;

/// <summary>Somebody who may invoke the function asks how it is.</summary>
internal sealed record DoctorAsked : EventItem;
