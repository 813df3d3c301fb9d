using CareTeam.Cli.CommandLine;
using CareTeam.Cli.History;
using CareTeam.Cli.Procedures;
using CareTeam.Cli.Tests.CommandLine;

namespace CareTeam.Cli.Tests.Procedures;

public sealed class ProcedureWordsTests
{
    private static readonly Procedure Epidural = new()
    {
        ProcedureId = "p1",
        Kind = ProcedureKind.TransforaminalEpiduralSteroid,
        PlannedDate = "2026-03-10",
        Planned = new() { Levels = { "L4-L5", "L5-S1" }, Side = Side.Left },
        Indication = new() { Reason = "Leg pain 7/10." },
        Findings = { new RuleFinding { RuleId = "epidural.repeat", Override = new() { Reason = "r" } } },
    };

    [Theory]
    [InlineData("steroid=dexamethasone 10 mg", InjectedAgentKind.Steroid, "dexamethasone", 10, "mg")]
    [InlineData("local-anaesthetic=lidocaine 1 % 2.5 mL", InjectedAgentKind.LocalAnaesthetic, "lidocaine 1 %", 2.5, "mL")]
    public void An_agent_is_read_as_people_write_it(string text, InjectedAgentKind kind, string name, double dose, string unit) =>
        Assert.Equal(new InjectedAgent { Kind = kind, Name = name, Dose = dose, Unit = unit }, InjectionOptions.Agent(text));

    [Theory]
    [InlineData("dexamethasone 10 mg")]
    [InlineData("steroid=dexamethasone")]
    [InlineData("steroid=10 mg")]
    [InlineData("steroid=dexamethasone ten mg")]
    [InlineData("magic=wand 1 mg")]
    public void What_is_no_agent_is_not_read(string text) => Assert.Null(InjectionOptions.Agent(text));

    [Fact]
    public void Events_read_as_a_physiatrist_would_say_them()
    {
        var words = new PlanEventWords();
        Assert.Equal("Transforaminal epidural steroid injection, L4-L5, L5-S1 left scheduled for 2026-03-10: Leg pain 7/10. [epidural.repeat overridden]",
            words.Of(new PlanEvent { ProcedureScheduled = new() { Procedure = Epidural } }));
        Assert.Equal("Transforaminal epidural steroid injection, L4-L5, L5-S1 left moved to 2026-03-12: Fever.",
            words.Of(new PlanEvent { ProcedureRescheduled = new() { ProcedureId = "p1", PlannedDate = "2026-03-12", Reason = "Fever." } }));
        Assert.Equal("Transforaminal epidural steroid injection, L4-L5, L5-S1 left performed on 2026-03-12, L4-L5 left: Good flow. COMPLICATIONS: Headache.", words.Of(new PlanEvent
        {
            ProcedureRecorded = new()
            {
                ProcedureId = "p1",
                Status = ProcedureStatus.Completed,
                PerformedDate = "2026-03-12",
                Performed = new() { Levels = { "L4-L5" }, Side = Side.Left },
                Description = "Good flow.",
                Complications = "Headache.",
            },
        }));
        Assert.Equal("Transforaminal epidural steroid injection, L4-L5, L5-S1 left followed up: 8 to 3, 62.5 % relief, lasting until 2026-06-20, Walks a mile.", words.Of(new PlanEvent
        {
            ProcedureFollowedUp = new()
            {
                ProcedureId = "p1",
                FollowUp = new() { NprsBefore = 8, NprsAfter = 3, ReliefPercent = 62.5, SustainedUntilDate = "2026-06-20", Function = "Walks a mile." },
            },
        }));
    }

    [Theory]
    [InlineData("procedure", "schedule", "p", "--kind", "magic", "--on", "today", "--why", "w")]
    [InlineData("procedure", "schedule", "p", "--kind", "caudal-epidural-steroid", "--on", "today", "--why", "w", "--agent", "dexamethasone")]
    [InlineData("procedure", "schedule", "p", "--kind", "caudal-epidural-steroid", "--on", "today", "--why", "w", "--contrast", "iohexol", "--no-contrast", "allergy")]
    [InlineData("procedure", "response", "p", "q", "--on", "today", "--before", "eight", "--after", "3")]
    public async Task Bad_usage_is_told_before_anything_is_sent(params string[] args) => Assert.Equal(ExitCode.Usage, (await Careteam.Run(args)).Code);
}
