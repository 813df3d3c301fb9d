using Google.Protobuf;

namespace CareTeam.Server.Diagnostics;

/// <summary>What examinations and studies do to a plan; the text of reports is left to their rows.</summary>
public static class DiagnosticsFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case ExamRecorded c: ExamHistory.Record(plan, c.Exam); break;
            case StudyOrdered c: plan.Studies.Add(c.Study); break;
            case StudyResulted c: On(plan, c.StudyId, s => Resulted(s, c.Result)); break;
            case StudyCancelled c: On(plan, c.StudyId, s => (s.Status, s.StatusReason) = (StudyStatus.Cancelled, c.Reason)); break;
            default: return false;
        }
        return true;
    }

    private static void Resulted(DiagnosticStudy study, StudyResult result)
    {
        study.Status = StudyStatus.Resulted;
        study.Results.Add(result);
    }

    private static void On(CarePlan plan, string studyId, Action<DiagnosticStudy> change) => plan.Studies.Change(s => s.StudyId == studyId, change);
}
