using Google.Protobuf;

namespace CareTeam.Cli.Demo;

/// <summary>One command of the demo: who gives it, and in words what it does.</summary>
public sealed record DemoStep(Person By, string Words, IMessage Command, Func<ServerConnection, CancellationToken, Task<IPlanReply>> Send)
{
    public static DemoStep Of<TResponse>(Person by, string words, IPlanCommand<TResponse> command)
        where TResponse : class, IPlanReply, IMessage<TResponse>, new() =>
        new(by, words, command, async (connection, cancel) => await connection.Send(command, cancel));
}
