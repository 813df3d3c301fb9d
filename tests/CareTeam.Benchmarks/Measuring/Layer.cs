namespace CareTeam.Benchmarks.Measuring;

/// <summary>One who does the same thing again and again, each time waiting for its end.</summary>
public interface IWorker : IAsyncDisposable
{
    Task Once();
}

/// <summary>One way to do the thing that is measured.</summary>
public sealed record Layer(string Name, Func<int, Task<IWorker>> Worker);

/// <summary>A worker that holds nothing.</summary>
public sealed class Repeating(Func<Task> once) : IWorker
{
    public Task Once() => once();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
