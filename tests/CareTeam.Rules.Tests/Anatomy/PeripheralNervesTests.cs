using CareTeam.Server.Anatomy;

namespace CareTeam.Rules.Tests.Anatomy;

public sealed class PeripheralNervesTests
{
    [Fact]
    public void Every_muscle_has_a_nerve_of_the_catalog_that_carries_fibres_of_a_root_of_it() => Assert.All(PeripheralNerves.Muscles.Values, muscle =>
    {
        var nerve = PeripheralNerves.Nerves[muscle.Nerve];
        Assert.NotEmpty(muscle.Roots);
        Assert.All(muscle.Roots, root => Assert.True(NerveRoot.Is(root), $"{muscle.Id}: {root}"));
        if (nerve.Limb) Assert.True(muscle.Roots.Intersect(nerve.Roots).Any(), muscle.Id);
    });

    [Fact]
    public void Every_nerve_has_roots_and_branches_off_one_of_the_catalog_that_has_them_too() => Assert.All(PeripheralNerves.Nerves.Values.Where(n => n.Limb), nerve =>
    {
        Assert.NotEmpty(nerve.Roots);
        Assert.All(nerve.Roots, root => Assert.True(NerveRoot.Is(root), $"{nerve.Id}: {root}"));
        if (nerve.BranchOf is { } trunk) Assert.Empty(nerve.Roots.Except(PeripheralNerves.Nerves[trunk].Roots));
    });

    [Theory]
    [InlineData("L2", "iliopsoas")]
    [InlineData("L3", "quadriceps")]
    [InlineData("L4", "tibialis-anterior")]
    [InlineData("L5", "extensor-hallucis-longus")]
    [InlineData("S1", "gastrocnemius")]
    [InlineData("C5", "biceps-brachii")]
    [InlineData("C6", "extensor-carpi-radialis")]
    [InlineData("C7", "triceps-brachii")]
    [InlineData("C8", "flexor-digitorum-profundus")]
    [InlineData("T1", "abductor-digiti-minimi")]
    public void The_ten_key_muscles_stand_for_their_roots(string root, string muscle)
    {
        Assert.Equal(muscle, PeripheralNerves.KeyMuscle(root)?.Id);
        Assert.Contains(root, PeripheralNerves.Muscles[muscle].Roots);
    }

    [Fact]
    public void No_other_root_has_one() => Assert.Equal(10, PeripheralNerves.Muscles.Values.Count(m => m.KeyOf is not null));

    [Theory]
    [InlineData("deep-peroneal", "peroneal")]
    [InlineData("superficial-peroneal", "peroneal")]
    [InlineData("tibial", "tibial")]
    [InlineData("dorsal-rami", null)]
    [InlineData("no-such-nerve", null)]
    public void A_branch_counts_as_its_trunk_and_the_back_as_no_limb(string nerve, string? trunk) => Assert.Equal(trunk, PeripheralNerves.Trunk(nerve));

    [Fact]
    public void A_wrong_name_is_told_which_ones_are_like_it()
    {
        var violations = new Violations();
        violations.Muscle("muscle", "Tibialis anticus");
        violations.Nerve("nerve", "common peroneal");
        Assert.Equal(
            ["is no muscle of the catalog; there are tibialis-anterior, tibialis-posterior", "is no nerve of the catalog; there are peroneal, deep-peroneal, superficial-peroneal"],
            violations.Found.Select(v => v.Description));
    }
}
