using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Notes;
using CareTeam.Server.Tasks;
using static CareTeam.Rules.Tests.Team.GivenTeam;

namespace CareTeam.Rules.Tests.Team;

public sealed class AssistantRulesTests
{
    private static readonly AcceptTaskRequest Accept = new() { TaskId = Given.TaskId };
    private static readonly SubmitNoteRequest Note = new() { RequestId = Given.RequestId, Body = new() { Narrative = "n" } };
    private static readonly RuleTable Warns = SiteRules.With("[{'id': 'assistant.supervised', 'severity': 'warn'}]");

    private static Given Unsupervised(TaskKind kind = TaskKind.Treatment) => Given.ActivePlan().Joins(Assistant).Task(Assistant, t => t.Kind = kind);

    private static Given Supervised(TaskKind kind = TaskKind.Treatment) => Given.ActivePlan().Joins(Assistant, Given.Therapist).Task(Assistant, t => t.Kind = kind);

    [Fact, RuleMet("assistant.supervised")]
    public void Under_a_supervisor_an_assistant_treats_and_writes_notes()
    {
        Assert.Equal(TaskStatus.Accepted, Supervised().When(new AcceptTask(RuleTable.Shipped), Accept, Assistant).After.Tasks.Single().Status);
        Assert.Single(Supervised().When(new SubmitNote(RuleTable.Shipped), Note, Assistant).Events);
    }

    [Fact, RuleNotMet("assistant.supervised")]
    public void Without_a_supervisor_an_assistant_neither_accepts_starts_and_completes_treatment_nor_writes_notes()
    {
        var given = Unsupervised();
        given.When(new AcceptTask(RuleTable.Shipped), Accept, Assistant).ThenRefused("assistant.supervised");
        given.Event(new() { TaskAccepted = new() { TaskId = Given.TaskId, Assignee = Assistant } });
        given.When(new StartTask(RuleTable.Shipped), new() { TaskId = Given.TaskId }, Assistant).ThenRefused("assistant.supervised");
        given.Event(new() { TaskStarted = new() { TaskId = Given.TaskId } });
        given.When(new CompleteTask(RuleTable.Shipped), new() { TaskId = Given.TaskId }, Assistant).ThenRefused("assistant.supervised");
        given.When(new SubmitNote(RuleTable.Shipped), Note, Assistant).ThenRefused("assistant.supervised");
        given.AssistantsNote().When(new AmendNote(RuleTable.Shipped), new() { RequestId = Given.RequestId, NoteId = Given.NoteId, Reason = "r", Text = "t" }, Assistant).ThenRefused("assistant.supervised");
    }

    [Fact, RuleNotMet("assistant.supervised")]
    public void A_supervisor_who_has_left_does_not_count() =>
        Supervised().Leaves(Given.Therapist).When(new AcceptTask(RuleTable.Shipped), Accept, Assistant).ThenRefused("assistant.supervised");

    [Fact]
    public void Work_that_is_no_treatment_needs_no_supervisor() =>
        Assert.Single(Unsupervised(TaskKind.Administrative).When(new AcceptTask(RuleTable.Shipped), Accept, Assistant).Events);

    [Fact]
    public void Therapists_need_no_supervisor() => Assert.Single(Given.ActivePlan().When(new SubmitNote(RuleTable.Shipped), Note, Given.Therapist).Events);

    [Fact]
    public void Who_is_an_assistant_on_the_team_is_one_whatever_the_token_says()
    {
        var asTherapist = Assistant.Clone();
        asTherapist.Role = Role.PhysicalTherapist;
        Unsupervised().When(new SubmitNote(RuleTable.Shipped), Note, asTherapist).ThenRefused("assistant.supervised");
    }

    [Theory, RuleMet("assistant.no-evaluation"), RuleNotMet("assistant.no-evaluation")]
    [InlineData(TaskKind.Evaluation, false)]
    [InlineData(TaskKind.Treatment, true)]
    public void An_assistant_does_not_take_an_evaluation_on(TaskKind kind, bool may)
    {
        var outcome = Supervised(kind).When(new AcceptTask(RuleTable.Shipped), Accept, Assistant);
        if (may) Assert.Single(outcome.Events);
        else outcome.ThenRefused("assistant.no-evaluation");
    }

    [Fact]
    public void A_site_that_only_warns_sees_it_on_the_task_and_on_the_note_once()
    {
        var given = Unsupervised();
        foreach (var e in given.When(new AcceptTask(Warns), Accept, Assistant).Events) given.Event(e);
        var task = given.When(new StartTask(Warns), new() { TaskId = Given.TaskId }, Assistant).After.Tasks.Single();
        Assert.Equal(["assistant.supervised"], task.Findings.Select(f => f.RuleId));
        Assert.Equal(["assistant.supervised"], given.When(new SubmitNote(Warns), Note, Assistant).After.Notes.Single().Findings.Select(f => f.RuleId));
    }
}
