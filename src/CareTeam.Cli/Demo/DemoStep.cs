using Google.Protobuf;

namespace CareTeam.Cli.Demo;

/// <summary>One command of the demo: who gives it, and in words what it does. Without words it goes with the steps around it, and one line tells of all.</summary>
public sealed record DemoStep(Person By, string Words, IMessage Command, Func<ServerConnection, CancellationToken, Task<IPlanReply>> Send)
{
    /// <summary>The rule by which it is expected to be refused; empty: it is expected to succeed.</summary>
    public string RefusedBy { get; init; } = "";

    /// <summary>What begins with it; empty: nothing new.</summary>
    public string Chapter { get; init; } = "";

    /// <param name="learns">What of the answer later commands need.</param>
    /// <param name="prepares">Puts into the command what earlier answers told.</param>
    public static DemoStep Of<TResponse>(Person by, string words, IPlanCommand<TResponse> command, Action<TResponse>? learns = null, Action? prepares = null)
        where TResponse : class, IPlanReply, IMessage<TResponse>, new() =>
        new(by, words, command, async (connection, cancel) =>
        {
            prepares?.Invoke();
            var reply = await connection.Send(command, cancel);
            learns?.Invoke(reply);
            return reply;
        });
}
