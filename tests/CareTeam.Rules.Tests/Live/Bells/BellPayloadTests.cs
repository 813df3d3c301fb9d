using CareTeam.Node.V1;
using CareTeam.Server.Live.Bells;

namespace CareTeam.Rules.Tests.Live.Bells;

public sealed class BellPayloadTests
{
    /// <summary>PostgreSQL's limit for the payload of a notification.</summary>
    private const int Limit = 8_000;

    [Fact]
    public void Many_bells_go_in_few_payloads_that_PostgreSQL_takes()
    {
        var bells = Enumerable.Range(1, 1_000).Select(i => Bell($"org {i % 3}", Guid.NewGuid().ToString(), i)).ToList();
        var payloads = BellPayload.Of(new() { NodeId = "node" }, bells).ToList();
        Assert.All(payloads, p => Assert.True(p.Length < Limit, $"{p.Length} bytes"));
        Assert.InRange(payloads.Count, 1, 12);
        Assert.Equal(bells.SelectMany(b => b.Plans), payloads.SelectMany(Read));
    }

    [Fact]
    public void The_longest_names_fit_too()
    {
        var bells = Enumerable.Range(1, 200).Select(i => Bell(new string('€', 64), Guid.NewGuid().ToString(), int.MaxValue)).ToList();
        var payloads = BellPayload.Of(new() { NodeId = "node" }, bells).ToList();
        Assert.All(payloads, p => Assert.True(p.Length < Limit, $"{p.Length} bytes"));
        Assert.Equal(bells.SelectMany(b => b.Plans), payloads.SelectMany(Read));
    }

    [Fact]
    public void A_sign_of_life_has_nothing_but_the_name_of_the_node()
    {
        Assert.True(BellPayload.TryRead(BellPayload.Of(new() { NodeId = "node" }, [new Node.V1.Bells()]).Single(), out var heard));
        Assert.Equal(new Node.V1.Bells { NodeId = "node" }, heard);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("AAAA")]
    public void What_no_node_sent_is_no_bell(string payload) => Assert.False(BellPayload.TryRead(payload, out var heard) && heard.NodeId.Length > 0);

    private static Node.V1.Bells Bell(string organization, string planId, int version) =>
        new() { Plans = { new PlanBell { Organization = organization, PlanId = planId, Version = version } } };

    private static IEnumerable<PlanBell> Read(string payload)
    {
        Assert.True(BellPayload.TryRead(payload, out var bells));
        Assert.Equal("node", bells.NodeId);
        return bells.Plans;
    }
}
