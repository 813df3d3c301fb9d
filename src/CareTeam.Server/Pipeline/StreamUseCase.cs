using Google.Protobuf;

namespace CareTeam.Server.Pipeline;

/// <summary>A use case that answers with a stream: the same for gRPC and for the hub.</summary>
public abstract class StreamUseCase<TRequest, TItem> where TRequest : IMessage
{
    public abstract Permission Who { get; }

    public abstract void Validate(TRequest request, Violations violations);

    public abstract IAsyncEnumerable<TItem> Items(TRequest request, Caller caller, CancellationToken cancel);
}
