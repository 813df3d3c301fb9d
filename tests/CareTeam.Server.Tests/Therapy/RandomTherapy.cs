using Google.Protobuf;

namespace CareTeam.Server.Tests.Therapy;

/// <summary>Therapy for the random sequences: psychology, which needs no goal that is measured.</summary>
public sealed class RandomTherapy : IRandomCommands
{
    public int Kinds => 14;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target)
    {
        var (id, request) = (ids[target], New.Id());
        return kind switch
        {
            0 or 1 => new OrderTherapyRequest
            {
                PlanId = planId,
                RequestId = request,
                TherapyOrderId = id,
                Discipline = Discipline.Psychology,
                Prescription = Weeks(1, target),
                EstablishedDate = TherapyEpisode.Day(-5),
                Exercises = { Breathing },
            },
            2 or 3 => new RecordSessionRequest
            {
                PlanId = planId,
                RequestId = request,
                SessionId = ids[(target + 1) % ids.Count],
                TherapyOrderId = id,
                SessionDate = TherapyEpisode.Day(-(target % 2)),
                Attendance = SessionAttendance.Attended,
                Purpose = SessionPurpose.Treatment,
                Overrides = { new OverrideRequest { RuleId = "therapy.plan-before-treatment", Reason = "r" } },
                // Of whatever is there under that id.
                SupersedesSessionId = kind == 3 && target % 2 == 0 ? ids[target] : "",
                CorrectionReason = "r",
            },
            4 => new LogHomeExerciseRequest { PlanId = planId, RequestId = request, LogDate = TherapyEpisode.Day(-target) },
            5 => new RecordEducationRequest { PlanId = planId, RequestId = request, EducationId = id, Topic = EducationTopic.Pacing, TeachBack = TeachBackResult.NotDone, Content = "c" },
            6 => new DischargeFromTherapyRequest { PlanId = planId, RequestId = request, TherapyOrderId = id, Reason = DischargeReason.GoalsReached },
            7 => new ReviseTherapyOrderRequest { PlanId = planId, RequestId = request, TherapyOrderId = id, Prescription = Weeks(2, target), Reason = "r" },
            8 => new CertifyTherapyRequest { PlanId = planId, RequestId = request, TherapyOrderId = id },
            9 => new RecordVerbalOrderRequest { PlanId = planId, RequestId = request, TherapyOrderId = id, GivenByPersonId = "dr-lead", GivenDate = TherapyEpisode.Day(-target) },
            10 => new RecordTherapyPlanSentRequest { PlanId = planId, RequestId = request, TherapyOrderId = id, SentDate = TherapyEpisode.Day(0) },
            11 => new PrescribeExerciseRequest { PlanId = planId, RequestId = request, ExerciseId = id, TherapyOrderId = ids[(target + 1) % 2], Prescription = Breathing },
            12 => new AdjustExerciseRequest
            {
                PlanId = planId,
                RequestId = request,
                ExerciseId = id,
                Change = ExerciseChange.AssistantLimitSet,
                AssistantLimit = new() { Minutes = 10 + target },
                Reason = "r",
            },
            _ => target % 2 == 0
                ? new FileProgressReportRequest { PlanId = planId, RequestId = request, TherapyOrderId = id, Text = Text, Recommendation = ProgressRecommendation.Continue, Complete = true }
                : new SetActivityQuotaRequest { PlanId = planId, RequestId = request, TherapyOrderId = id, Activity = GradedActivity.WalkingTime, WeeklyTarget = 60 + target, Reason = "r" },
        };
    }

    private static ProgressReportText Text => new() { Objective = "o", Assessment = "a", Plan = "p" };

    private static ExercisePrescription Breathing => new() { Name = "Breathing", Category = ExerciseCategory.Relaxation, Dose = new() { HomeSessionsPerWeek = 5 } };

    private static TherapyPrescription Weeks(int weeks, int target) => new() { SessionsPerWeek = 2, Weeks = weeks, StartDate = $"2099-05-0{target + 1}" };
}
