using Drawbridge.LocalAws.Lambda;

namespace Drawbridge.LocalAws.Faults;

/// <summary>Stands between the topic and the function's queue, and mishandles the events that a fault concerns.</summary>
internal sealed class FaultyTopic(FaultQueue<EventFault> faults, EventDelivery delivery)
{
    private readonly Lock _gate = new();
    private readonly List<ReadOnlyMemory<byte>> _overtaken = [];

    public void Accept(ReadOnlyMemory<byte> payload)
    {
        lock (_gate)
        {
            var fault = faults.Take(_ => true);
            switch (fault?.Mishap)
            {
                case EventMishap.Dropped:
                    break;
                case EventMishap.Overtaken:
                    _overtaken.Add(payload);
                    return;
                case EventMishap.Delayed:
                    delivery.Accept(payload, fault.Delay);
                    break;
                case EventMishap.Doubled:
                    delivery.Accept(payload);
                    delivery.Accept(payload);
                    break;
                default:
                    delivery.Accept(payload);
                    break;
            }

            _overtaken.ForEach(late => delivery.Accept(late));
            _overtaken.Clear();
        }
    }
}
