/**
 * Keys that Recyclarr and Configarr have in files of the same shape, as of 2026. They are not read.
 *
 * The list is for editors and for keys that look like ours mistyped (`readarr`); a key that is missing here is
 * warned of all the same.
 */
export const foreignKeys: Readonly<Record<'top' | 'instance', readonly string[]>> = {
  top: [
    'bazarr',
    'customFormatDefinitions',
    'enableFullGitClone',
    'lidarr',
    'lidarrEnabled',
    'localConfigTemplatesPath',
    'localCustomFormatsPath',
    'prowlarr',
    'radarrEnabled',
    'readarr',
    'readarrEnabled',
    'recyclarrConfigUrl',
    'recyclarrRevision',
    'silenceTrashConflictWarnings',
    'sonarrEnabled',
    'telemetry',
    'trashGuideUrl',
    'trashRevision',
    'whisparr',
    'whisparrEnabled',
  ],
  instance: [
    'cloneQualityProfiles',
    'custom_format_groups',
    'custom_formats',
    'delay_profiles',
    'delete_old_custom_formats',
    'delete_unmanaged_custom_formats',
    'delete_unmanaged_quality_profiles',
    'download_clients',
    'include',
    'media_management',
    'media_naming',
    'media_naming_api',
    'quality_definition',
    'quality_profiles',
    'release_profiles',
    'renameQualityProfiles',
    'replace_existing_custom_formats',
    'root_folders',
    'ui_config',
  ],
};
