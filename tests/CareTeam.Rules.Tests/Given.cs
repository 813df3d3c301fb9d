namespace CareTeam.Rules.Tests;

/// <summary>Rules as sentences: given events, when somebody requests, then events, or a refusal by a rule.</summary>
public sealed class Given
{
    public const string PlanId = "0190c0de-0000-7000-8000-000000000001";
    public const string TaskId = "0190c0de-0000-7000-8000-000000000002";
    public const string OtherTaskId = "0190c0de-0000-7000-8000-000000000003";
    public const string GoalId = "0190c0de-0000-7000-8000-000000000004";
    public const string NoteId = "0190c0de-0000-7000-8000-000000000005";
    public const string FlagId = "0190c0de-0000-7000-8000-000000000006";
    public const string RequestId = "0190c0de-0000-7000-8000-00000000000a";

    public static readonly Person Lead = new() { PersonId = "dr-lead", Name = "Lead", Role = Role.Physiatrist };
    public static readonly Person Therapist = new() { PersonId = "pt-one", Name = "One", Role = Role.PhysicalTherapist };
    public static readonly Person OtherTherapist = new() { PersonId = "pt-two", Name = "Two", Role = Role.PhysicalTherapist };
    public static readonly Person Psychologist = new() { PersonId = "psy", Name = "Psy", Role = Role.Psychologist };
    public static readonly Person Patient = new() { PersonId = "patient", Name = "Ana", Role = Role.Patient };
    public static readonly Person Stranger = new() { PersonId = "stranger", Name = "Stranger", Role = Role.Physiatrist };
    public static readonly Timestamp Now = Timestamp.FromDateTime(new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));
    public static readonly Timestamp Tomorrow = Timestamp.FromDateTime(Now.ToDateTime().AddDays(1));

    private CarePlan plan = CarePlanFold.Empty(PlanId);

    public CarePlan Plan => plan;

    /// <summary>A draft with a lead, two physical therapists, a psychologist and the patient on the team.</summary>
    public static Given Draft() => new Given()
        .Event(new() { PlanCreated = new() { Title = "Back pain", Patient = new() { Reference = "Patient/1", Name = "Ana" }, Lead = Lead } })
        .Event(new() { MemberAdded = new() { Person = Therapist, Since = Now } })
        .Event(new() { MemberAdded = new() { Person = OtherTherapist, Since = Now } })
        .Event(new() { MemberAdded = new() { Person = Psychologist, Since = Now } })
        .Event(new() { MemberAdded = new() { Person = Patient, Since = Now } });

    public static Given ActivePlan() => Draft().Event(new() { PlanActivated = new() });

    /// <summary>A plan at a status that it reached step by step.</summary>
    public static Given PlanAt(PlanStatus status) => status switch
    {
        PlanStatus.Draft => Draft(),
        PlanStatus.OnHold => ActivePlan().Event(new() { PlanHeld = new() { Reason = "Flu." } }),
        PlanStatus.Completed => ActivePlan().Event(new() { PlanCompleted = new() { Summary = "Back at work." } }),
        PlanStatus.Revoked => ActivePlan().Event(new() { PlanRevoked = new() { Reason = "Moved away." } }),
        _ => ActivePlan(),
    };

    /// <summary>A draft of the lead alone, for a patient whose birthday is known.</summary>
    public static Given PlanOfPatientBorn(string birthDate) => new Given().Event(new()
    {
        PlanCreated = new() { Title = "t", Patient = new() { Reference = "r", Name = "n", BirthDate = birthDate }, Lead = Lead },
    });

    /// <summary>An active plan with a task of the therapist, at a status it reached step by step.</summary>
    public static Given PlanWithTask(TaskStatus status, Person? assignee = null)
    {
        assignee ??= Therapist;
        var given = ActivePlan().Task(assignee);
        if (status is TaskStatus.Accepted or TaskStatus.InProgress or TaskStatus.Completed) given.Event(new() { TaskAccepted = new() { TaskId = TaskId, Assignee = assignee } });
        if (status is TaskStatus.InProgress or TaskStatus.Completed) given.Event(new() { TaskStarted = new() { TaskId = TaskId } });
        return status switch
        {
            TaskStatus.Completed => given.Event(new() { TaskCompleted = new() { TaskId = TaskId } }),
            TaskStatus.Declined => given.Event(new() { TaskDeclined = new() { TaskId = TaskId, Reason = "Full." } }),
            TaskStatus.Cancelled => given.Event(new() { TaskCancelled = new() { TaskId = TaskId, Reason = "Off." } }),
            _ => given,
        };
    }

    public Given Task(Person? assignee, Action<CareTask>? with = null)
    {
        var task = new CareTask
        {
            TaskId = TaskId,
            Title = "Evaluate",
            Kind = TaskKind.Evaluation,
            Discipline = Discipline.PhysicalTherapy,
            Status = TaskStatus.Requested,
            Requester = Lead,
            Assignee = assignee,
        };
        with?.Invoke(task);
        return Event(new() { TaskAdded = new() { Task = task } });
    }

    public Given Goal() => Event(new() { GoalAdded = new() { Goal = new() { GoalId = GoalId, Description = "Lift 50 lb", Status = GoalStatus.Active } } });

    public Given RedFlag() => Event(new() { RedFlagRaised = new() { RedFlagId = FlagId, Kind = RedFlagKind.CaudaEquina, Finding = "Numb saddle." } });

    public Given Note(Person author) => Event(new()
    {
        NoteSubmitted = new() { Summary = new() { NoteId = NoteId, Author = author, EncounterAt = Now }, Body = new() { Narrative = "n" } },
    });

    public Given Event(PlanEvent e)
    {
        e.Stamp(PlanId, plan.Version + 1, Lead, Now);
        plan = CarePlanFold.Fold(plan, [e]);
        return this;
    }

    public Decision When<TRequest, TResponse>(PlanCommand<TRequest, TResponse> useCase, TRequest request, Person by, Timestamp? now = null)
        where TRequest : class, IPlanCommand<TResponse>
        where TResponse : class, IPlanReply, new()
    {
        var before = plan.Clone();
        var caller = new Caller("org", by);
        var at = now ?? Now;
        try
        {
            useCase.Who.CheckRole(caller, ScopeOfPractice.Shipped);
            if (plan.Version > 0) useCase.Who.CheckPlan(plan, caller, ScopeOfPractice.Shipped);
            return new(plan, by, at, [.. useCase.Decide(plan, request, caller, at)], null);
        }
        catch (CareTeamException refusal)
        {
            return new(plan, by, at, [], refusal);
        }
        finally
        {
            // Deciding changes nothing, whatever it answers.
            Assert.Equal(before, plan);
        }
    }
}

/// <summary>What a decision came to.</summary>
public sealed record Decision(CarePlan Before, Person By, Timestamp At, IReadOnlyList<PlanEvent> Events, CareTeamException? Refusal)
{
    public void Then(params PlanEvent[] expected)
    {
        Assert.Null(Refusal);
        Assert.Equal(expected, Events);
    }

    public void ThenNothing() => Then();

    public void ThenRefused(string rule) => Assert.Equal((ErrorKind.Refused, rule), (Refusal?.Kind, Refusal?.Reason));

    public void ThenForbidden(string reason) => Assert.Equal((ErrorKind.Forbidden, reason), (Refusal?.Kind, Refusal?.Reason));

    public void ThenNotFound() => Assert.Equal(ErrorKind.NotFound, Refusal?.Kind);

    public void ThenInvalid(string field) =>
        Assert.Equal(field, Assert.IsType<Google.Rpc.BadRequest>(Refusal?.Details.Single()).FieldViolations.Single().Field);

    /// <summary>The plan after the events.</summary>
    public CarePlan After
    {
        get
        {
            Assert.Null(Refusal);
            var events = Events.Select(e => e.Clone()).ToList();
            for (var i = 0; i < events.Count; i++) events[i].Stamp(Before.PlanId, Before.Version + 1 + i, By, At);
            return CarePlanFold.Fold(Before, events);
        }
    }
}
